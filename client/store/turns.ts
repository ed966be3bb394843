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

/** A page that nobody sees paints nothing; drawing goes on after so long. */
const UNSEEN_MS = 200;
const drawing: (() => void)[] = [];
let isComing = false;

function drawNext(): void {
  isComing = false;
  const run = drawing.shift();
  if (drawing.length > 0) awaitFrame();
  run?.();
}

function awaitFrame(): void {
  if (isComing) return;
  isComing = true;
  const unseen = setTimeout(() => {
    cancelAnimationFrame(frame);
    drawNext();
  }, UNSEEN_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(unseen);
    setTimeout(drawNext, 0);
  });
}

/**
 * Runs after a frame that the browser has painted, one of all that wait in each, so that what several parts of a page draw
 * bit by bit never comes together. The returned function withdraws it.
 */
export function afterAFrame(run: () => void): () => void {
  drawing.push(run);
  awaitFrame();
  return () => {
    const at = drawing.indexOf(run);
    if (at >= 0) drawing.splice(at, 1);
  };
}
