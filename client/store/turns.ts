const waiting: (() => void)[] = [];
let channel: MessageChannel | null = null;

function next(): void {
  const run = waiting.shift();
  if (waiting.length > 0) channel?.port2.postMessage(null);
  run?.();
}

/** Runs each in a task of its own, in the order of asking, so that the browser may draw and listen in between. */
export function inTurn(run: () => void): void {
  if (channel === null) {
    channel = new MessageChannel();
    channel.port1.onmessage = next;
  }
  waiting.push(run);
  if (waiting.length === 1) channel.port2.postMessage(null);
}

/** Ends in a task of its own. */
export function aTask(): Promise<void> {
  return new Promise(inTurn);
}
