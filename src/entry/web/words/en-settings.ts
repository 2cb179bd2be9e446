/** English: customers, search, quarantine and the settings. */
export const settingsWords = {
  "customers.title": "Customers",
  "search.title": "Search",
  "quarantine.title": "Quarantine",
  "settings.title": "Settings",
  "me.title": "My settings",
  "log.title": "Who did what",
} as const;
