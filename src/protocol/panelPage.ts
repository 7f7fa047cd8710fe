/**
 * The panel's whole HTML document, with its content security policy. It stands beside the messages because two hosts
 * serve it: the extension in a webview, and the page on fixture data in a plain browser.
 */

export interface PanelPageParts {
  /** Address of the panel's script, an ES module. */
  readonly script: string;
  /** Address of the panel's stylesheet. */
  readonly style: string;
  /** Address of the training worker's script, which the panel fetches as text. */
  readonly trainingWorker: string;
  /** The origin that these addresses have, as the policy names it; in VS Code `webview.cspSource`. */
  readonly cspSource: string;
  /** New for every page. */
  readonly nonce: string;
}

export function panelPage({ script, style, trainingWorker, cspSource, nonce }: PanelPageParts): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy(cspSource, nonce))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Objective geometry</title>
<link rel="stylesheet" href="${escaped(style)}">
</head>
<body>
<main id="panel" data-training-worker="${escaped(trainingWorker)}"></main>
<script type="module" nonce="${escaped(nonce)}" src="${escaped(script)}"></script>
</body>
</html>
`;
}

/** Everything is forbidden but what the panel loads. The toolkit writes its own styles, hence 'unsafe-inline'. */
function policy(cspSource: string, nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' ${cspSource}`,
    `style-src ${cspSource} 'unsafe-inline'`,
    `connect-src ${cspSource}`,
    'worker-src blob:',
    `img-src ${cspSource} data:`,
    `font-src ${cspSource}`,
  ].join('; ');
}

/** Text as an attribute's value. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
