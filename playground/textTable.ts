/**
 * A table that is printed row by row.
 *
 * @param widths of its columns, in characters; what follows them is as wide as it is
 */
export function textTable(widths: readonly number[]) {
	const row = (cells: readonly string[]) =>
		`${cells
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join('  ')
			.trimEnd()}\n`;
	return {
		row,
		/** The titles of the columns, underlined. */
		heading: (titles: readonly string[]) =>
			row(titles) + row(titles.map((title, column) => '-'.repeat(widths[column] ?? title.length))),
	};
}
