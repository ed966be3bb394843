import { openScreen } from "./access/openScreen.ts";
import { aTask } from "./store/turns.ts";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/progress.css";
import "./styles/dialog.css";
import "./styles/header.css";
import "./styles/panels.css";
import "./styles/explained.css";
import "./styles/kpi.css";
import "./styles/spark.css";
import "./styles/curve.css";
import "./styles/attention.css";
import "./styles/tiles.css";
import "./styles/layout.css";
import "./styles/table.css";
import "./styles/region.css";
import "./styles/office.css";
import "./styles/status.css";
import "./styles/print.css";

/** The packages come in files of their own, so that the code of each is read in a task of its own. */
async function packages(): Promise<void> {
  await aTask();
  await Promise.all([import("react-dom/client"), import("./socket.ts")]);
}

const ready = packages();

void openScreen(location).then(async (elsewhere) => {
  if (elsewhere) return;
  await ready;
  const { start } = await import("./start.tsx");
  await start();
});
