import manifest from "../../manifest.json" with { type: "json" };

/** The add-on's version: the command line is the same core. */
export const VERSION: string = manifest.version;
