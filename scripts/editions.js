/** The two add-ons that are built from the same files: what each has in place of manifest.json's. */

/** The last Thunderbird that the Experiments were tested with. */
const TESTED_WITH = "153.*";

/** Folders of src/experiments. */
const EXPERIMENTS = ["conveneCalendar", "conveneSignatures", "conveneTransport"];

export const editions = [
  {
    name: "convene",
    /** Official APIs only. */
    adapters: "src/thunderbird/edition-store.ts",
    folders: ["_locales", "icons"],
    adapt: (manifest) => manifest,
  },
  {
    name: "convene-calendar",
    adapters: "src/thunderbird/edition-calendar.ts",
    folders: ["_locales", "icons", "experiments"],
    adapt: withExperiments,
  },
];

function withExperiments({ optional_permissions: optional = [], ...manifest }) {
  return {
    ...manifest,
    name: "__MSG_extensionNameCalendar__",
    browser_specific_settings: {
      gecko: {
        ...manifest.browser_specific_settings.gecko,
        id: "convene-calendar@convene-for-thunderbird",
        strict_max_version: TESTED_WITH,
      },
    },
    // An add-on with Experiments cannot ask for permissions later.
    permissions: [...manifest.permissions, ...optional].sort(),
    message_display_action: {
      ...manifest.message_display_action,
      default_title: "__MSG_extensionNameCalendar__",
    },
    experiment_apis: Object.fromEntries(EXPERIMENTS.map((name) => [name, experiment(name)])),
  };
}

function experiment(name) {
  return {
    schema: `experiments/${name}/schema.json`,
    parent: {
      scopes: ["addon_parent"],
      script: `experiments/${name}/api.js`,
      paths: [[name]],
    },
  };
}
