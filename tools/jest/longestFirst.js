const { default: Sequencer } = require('@jest/test-sequencer');

/** The soak takes longest by far, so it starts first and the others run beside it. */
class LongestFirst extends Sequencer {
	sort(tests) {
		const isSoak = ({ path }) => Number(path.includes('soak'));
		return [...tests].sort((a, b) => isSoak(b) - isSoak(a));
	}
}

module.exports = LongestFirst;
