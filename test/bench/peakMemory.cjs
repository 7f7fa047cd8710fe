// Loaded before a program that is measured: leaves the most memory that it ever had in the file that is named for it.
const { writeFileSync } = require('node:fs');

process.on('exit', () =>
  writeFileSync(String(process.env.PEAK_MEMORY_FILE), String(process.resourceUsage().maxRSS)),
);
