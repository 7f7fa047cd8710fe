/** The panel's document: nothing but its own files may run in it, and no value can leave its attribute. */
import { describe, expect, test } from 'vitest';
import { panelPage } from '../../src/protocol/panelPage';

const PARTS = {
  script: 'https://file+.vscode-resource.vscode-cdn.net/dist/webview/panel.js',
  style: 'https://file+.vscode-resource.vscode-cdn.net/dist/webview/panel.css',
  trainingWorker: 'https://file+.vscode-resource.vscode-cdn.net/dist/webview/trainingWorker.js',
  cspSource: "'self' https://*.vscode-cdn.net",
  nonce: 'c2VjcmV0',
};

function policyOf(html: string): Map<string, string> {
  const content = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  const text = content.replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  return new Map(text.split('; ').map((rule) => [rule.split(' ')[0], rule.slice(rule.indexOf(' ') + 1)]));
}

describe('panelPage', () => {
  test('loads script, style and worker from the given addresses', () => {
    const html = panelPage(PARTS);
    expect(html).toContain(`nonce="c2VjcmV0" src="${PARTS.script}"`);
    expect(html).toContain(`href="${PARTS.style}"`);
    expect(html).toContain(`data-training-worker="${PARTS.trainingWorker}"`);
  });

  test('forbids everything else', () => {
    const policy = policyOf(panelPage(PARTS));
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe(`'nonce-c2VjcmV0' ${PARTS.cspSource}`);
    expect(policy.get('worker-src')).toBe('blob:');
    expect([...policy.values()].join(' ')).not.toContain('unsafe-eval');
    expect(policy.get('script-src')).not.toContain('unsafe-inline');
  });

  test.each(['script', 'style', 'trainingWorker', 'cspSource', 'nonce'] as const)(
    '%s cannot become markup',
    (part) => {
      const html = panelPage({ ...PARTS, [part]: `"><script>alert('1')</script>&` });
      expect(html.match(/<script/g)).toHaveLength(1);
      expect(html).toContain('&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;');
    },
  );
});
