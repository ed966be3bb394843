import { Link } from "wouter";
import type { WatchProblem } from "../../shared/wire.ts";
import { useWords } from "../settings.ts";
import { Message } from "./Message.tsx";

/** Why a view can not be shown, and the way on. */
export function Problem({ problem }: { problem: WatchProblem }) {
  const { words } = useWords();
  const said = {
    forbidden: [words.states.forbidden, words.states.forbiddenHint],
    "unknown-scope": [words.states.unknownScope, words.states.notFoundHint],
    "too-many-scopes": [words.states.tooMany, words.states.tooManyHint],
    "not-ready": [words.states.notReady, words.states.notReadyHint],
  } as const;
  const [title, hint] = said[problem];
  return (
    <Message title={title} hint={hint}>
      <Link href="/" className="button">
        {words.states.toCountry}
      </Link>
    </Message>
  );
}
