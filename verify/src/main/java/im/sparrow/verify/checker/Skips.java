package im.sparrow.verify.checker;

import im.sparrow.verify.checker.Recording.Place;
import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * While nothing is broken, everything comes by itself: a device whose connection stands, and to which the messages before
 * and after came, need not ask for the one between. Asking heals it, and yet a push was lost. A run with faults says
 * nothing here: a gateway that missed records makes its rooms anew and lets devices ask.
 */
final class Skips implements Rule {

    /** A message as it came to a device: in which of its connections, and whether by itself. */
    private record Arrival(int connection, boolean asked) {}

    private static final class Stream {
        private final Map<Place, Arrival> arrivals = new HashMap<>();
        private final Set<Place> asked = new HashSet<>();
        private final Set<Place> late = new HashSet<>();
        private int connection;

        /** Only what follows something that came over this connection can be missing from it. */
        void asks(Place place) {
            Arrival before = arrivals.get(new Place(place.conversation(), place.seq() - 1));
            if (before != null && !before.asked && before.connection == connection) {
                late.add(place);
            }
            asked.add(place);
        }

        void showed(Place place) {
            arrivals.put(place, new Arrival(connection, asked.contains(place)));
        }

        /** It came by itself after all, only later than the page. */
        void again(Place place) {
            Arrival before = arrivals.get(place);
            if (before != null && before.connection == connection) {
                arrivals.put(place, new Arrival(connection, false));
            }
        }

        boolean skipped(Place place) {
            Arrival own = arrivals.get(place);
            Arrival next = arrivals.get(new Place(place.conversation(), place.seq() + 1));
            return own != null && own.asked && next != null && !next.asked && next.connection == own.connection;
        }
    }

    @Override
    public void check(Recording recording, Findings findings) {
        Map<DeviceName, Stream> streams = new HashMap<>();
        for (Event event : recording.events) {
            switch (event) {
                case Event.Struck it -> {
                    return;
                }
                case Event.Opened it -> of(streams, it.device()).connection++;
                case Event.Closed it -> of(streams, it.device()).connection++;
                case Event.Pulled it -> of(streams, it.device()).asks(new Place(it.conversation(), it.seq()));
                case Event.Shown it ->
                    of(streams, it.device())
                            .showed(new Place(
                                    it.item().conversation(), it.item().seq()));
                case Event.Redelivered it -> of(streams, it.device()).again(new Place(it.conversation(), it.seq()));
                default -> {}
            }
        }
        streams.forEach((device, stream) -> stream.late.stream()
                .filter(place -> stream.skipped(place) && oneInterval(recording, device, place))
                .forEach(place -> findings.add(
                        Defect.LOST,
                        place.conversation() + "#" + place.seq() + " to " + device,
                        "never came by itself, though its neighbours did")));
    }

    private static Stream of(Map<DeviceName, Stream> streams, DeviceName device) {
        return streams.computeIfAbsent(device, any -> new Stream());
    }

    /** Who went and came back between the neighbours has missed nothing. */
    private static boolean oneInterval(Recording recording, DeviceName device, Place place) {
        Intervals known = recording.intervals.get(place.conversation());
        return known != null
                && known.of(device.user()).stream()
                        .anyMatch(interval -> interval.holds(place.seq() - 1) && interval.holds(place.seq() + 1));
    }
}
