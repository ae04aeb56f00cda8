const { execFile } = require('node:child_process');
const { mkdir, rm, writeFile } = require('node:fs/promises');
const { dirname } = require('node:path');
const { dest, parallel, series, src } = require('gulp');

// Loads TypeScript from here on.
require('tsx/cjs');

async function clean() {
	await rm('dist', { recursive: true, force: true });
}

function compile(done) {
	execFile(process.execPath, [require.resolve('typescript/bin/tsc')], (error, stdout) => {
		done(error === null ? undefined : new Error(stdout));
	});
}

/** Icons lie next to the nodes and go where the nodes go. */
function copyIcons() {
	return src('nodes/**/*.svg', { encoding: false }).pipe(dest('dist/nodes'));
}

/** Codex files and schema previews follow from the operations. */
async function writeAssets() {
	const { assets } = require('./tools/assets.ts');
	for (const { path, content } of assets()) {
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, content);
	}
}

exports.build = series(clean, parallel(compile, copyIcons, writeAssets));

/** A package for each provider, as n8n verifies packages. */
async function exportPackages() {
	require('./tools/export/exportPackages.ts').exportPackages();
}

exports.export = exportPackages;
