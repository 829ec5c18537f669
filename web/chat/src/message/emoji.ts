/** A page of the ones people use most; everything else comes from the keyboard. */
export const emoji: readonly string[] = Array.from(
  new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(
    '😀😄😂🤣😊😍😘🥰😎🤔😏😅😭😢😡😱😴🤒🥳🤗🙄😇🤫🤐👍👎👏🙏💪👌✌️🤝👋🫶❤️💔🔥✨🎉🎁🌹☕🍻🍚⚽🎵🐦🐱🐶🌞🌙⭐🌧️✅❌❓❗💯🚀⏰💡',
  ),
  (part) => part.segment,
)
