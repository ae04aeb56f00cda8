import type { BranchName } from '../branches';
import type { Case, Person, Typed } from '../case';

const FIVE_WRONG: Typed[] = ['wrong', 'wrong', 'wrong', 'wrong', 'wrong'];
const FIVE_REFUSED: BranchName[] = FIVE_WRONG.map(() => 'Wrong Code');

/** What a person types who guesses five times, and has the right code then. */
export const GUESSES: Typed[] = [...FIVE_WRONG, 'right'];

/** What every provider can tell, whose form takes these people. */
export function journeys(
	workflow: string,
	person: Record<'right' | 'mistyped' | 'guesser' | 'refused', Person>,
): Case[] {
	return [
		{
			about: 'Types the code',
			workflow,
			person: person.right,
			codes: ['right'],
			takes: ['Sent', 'Verified'],
		},
		{
			about: 'Mistypes it at first',
			workflow,
			person: person.mistyped,
			codes: ['wrong', 'right'],
			takes: ['Sent', 'Wrong Code', 'Verified'],
		},
		{
			about: 'Guesses on and on',
			workflow,
			person: person.guesser,
			codes: GUESSES,
			takes: ['Sent', ...FIVE_REFUSED, 'Blocked'],
		},
		{
			about: 'Cannot be reached',
			workflow,
			person: person.refused,
			takes: ['Not Sent'],
		},
	];
}
