import { Link } from "wouter";
import { Message } from "../components/Message.tsx";
import { useWords } from "../settings.ts";
import { Frame } from "./Frame.tsx";

/** There is no such page. */
export function NotFound() {
  const { words } = useWords();
  return (
    <Frame scope="country" name={words.states.notFound} className="screen--page" covered={false}>
      <Message title={words.states.notFound} hint={words.states.notFoundHint}>
        <Link href="/" className="button">
          {words.states.toCountry}
        </Link>
      </Message>
    </Frame>
  );
}
