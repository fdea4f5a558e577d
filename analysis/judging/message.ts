/** Bytes of a message inside an answer, which stays under 1 kB. */
const most = 200;
const ellipsis = '…';

/** A sentence as long as an answer has room for. What a metrics backend says may be in any script, and of characters that JSON writes with six. */
export function shortMessage(text: string): string {
  if (bytesOf(text) <= most) return text;
  let kept = '';
  let room = most - bytesOf(ellipsis);
  for (const character of text) {
    room -= bytesOf(character);
    if (room < 0) break;
    kept += character;
  }
  return `${kept}${ellipsis}`;
}

function bytesOf(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}
