// Bundles scripts, styles and fonts into the folder that the hub serves. Runs offline once `npm ci` has run.
import { build } from 'esbuild';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';

const out = '../resources/META-INF/resources/assets';

/**
 * Our content security policy forbids style attributes set as text, also from scripts. The SVG painter of ECharts sets
 * them that way; through the style object they are allowed and do the same.
 */
const stylesAsObjects = {
  name: 'styles-as-objects',
  setup(bundler) {
    bundler.onLoad({ filter: /zrender[\\/]lib[\\/]svg[\\/]patch\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const patched = text.replaceAll(
        'elm.setAttribute(key, cur);',
        "if (key === 'style') { elm.style.cssText = cur; } else { elm.setAttribute(key, cur); }");
      if (patched === text) {
        throw new Error('zrender has changed: look again at how it sets style attributes');
      }
      return { contents: patched, loader: 'js' };
    });
  }
};

const fonts = [
  ['@fontsource/instrument-serif/files/instrument-serif-latin-400-normal.woff2', 'instrument-serif.woff2'],
  ['@fontsource/instrument-serif/files/instrument-serif-latin-ext-400-normal.woff2', 'instrument-serif-ext.woff2'],
  ['@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2', 'instrument-sans.woff2'],
  ['@fontsource-variable/instrument-sans/files/instrument-sans-latin-ext-wght-normal.woff2', 'instrument-sans-ext.woff2'],
  ['@fontsource/instrument-serif/LICENSE', 'LICENSE-instrument-serif.txt'],
  ['@fontsource-variable/instrument-sans/LICENSE', 'LICENSE-instrument-sans.txt']
];

const scripts = {
  bundle: true, minify: true, format: 'iife', target: 'es2020', charset: 'utf8', legalComments: 'inline',
  plugins: [stylesAsObjects], logLevel: 'info'
};

await rm(out, { recursive: true, force: true });
await mkdir(`${out}/fonts`, { recursive: true });
await Promise.all(fonts.map(([from, to]) => copyFile(`node_modules/${from}`, `${out}/fonts/${to}`)));
await copyFile('foyer.svg', `${out}/foyer.svg`);
await build({ ...scripts, entryPoints: ['js/foyer.js'], outfile: `${out}/foyer.js` });
await build({ ...scripts, entryPoints: ['js/charts.js'], outfile: `${out}/charts.js` });
await build({ ...scripts, entryPoints: ['js/widget.js'], outfile: `${out}/widget.js` });
await build({
  entryPoints: ['css/foyer.css'], outfile: `${out}/foyer.css`, bundle: true, minify: true, logLevel: 'info',
  external: ['/assets/fonts/*']
});
