/**
 * How frames travel. A WebSocket today; where those are blocked the same frames will go over an event stream and
 * POSTs, and nothing above this line will notice.
 */
export interface Transport {
  open(events: ChannelEvents): Channel
}

export interface ChannelEvents {
  opened(): void
  frame(text: string): void
  /** Called once; nothing follows. */
  closed(code: number): void
}

export interface Channel {
  send(text: string): void
  close(): void
}

export const SUBPROTOCOL = 'sparrow.v1'

/** Frames over a WebSocket. The token is never in the address: it goes in the hello. */
export class WebSocketTransport implements Transport {
  constructor(private readonly url: string) {}

  open(events: ChannelEvents): Channel {
    const socket = new WebSocket(this.url, SUBPROTOCOL)
    let over = false
    const end = (code: number) => {
      if (over) return
      over = true
      events.closed(code)
    }
    socket.onopen = () => events.opened()
    socket.onmessage = (event) => {
      if (!over && typeof event.data === 'string') events.frame(event.data)
    }
    socket.onclose = (event) => end(event.code)
    return {
      send: (text) => socket.send(text),
      close() {
        // A dead network lets the closing handshake hang for minutes; for us it is over now.
        end(1000)
        socket.close(1000)
      },
    }
  }
}
