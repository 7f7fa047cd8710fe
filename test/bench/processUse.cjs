// Loaded before a program that is measured: leaves the most memory that it ever had, and its processor's time, in a file.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const used = { megabytes: process.resourceUsage().maxRSS / 1024, processorSeconds: (user + system) / 1e6 };
  writeFileSync(String(process.env.USED_FILE), JSON.stringify(used));
});
