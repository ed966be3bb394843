import { FLOW_DICTIONARY } from "./dictionaryFlow.ts";
import { RATE_DICTIONARY, STOCK_DICTIONARY } from "./dictionaryRates.ts";

/**
 * The one dictionary of figures: every figure and rate with its unit, its official name and its definition in
 * Kazakh, Russian and English, and the figure that belongs beside it. Screens, exports and documents take their words here.
 */
export const DICTIONARY = { ...FLOW_DICTIONARY, ...RATE_DICTIONARY, ...STOCK_DICTIONARY } as const;

/** The id of a figure, as it stands in the answers of the server. */
export type FigureId = keyof typeof DICTIONARY;
