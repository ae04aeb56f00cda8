import type { Message } from '../types';
import type { Clock } from './clock';

/** Every message that was sent, oldest first. */
export class Outbox {
	private messages: Message[] = [];

	constructor(private readonly clock: Clock) {}

	/** Adds a message and gives it its number and time. */
	deliver(message: Omit<Message, 'id' | 'at'>): void {
		this.messages.push({ id: this.messages.length + 1, at: this.clock.iso(), ...message });
	}

	/** A copy, oldest first. */
	all(): Message[] {
		return [...this.messages];
	}

	/** The newest `count` messages, newest first. */
	newest(count: number): Message[] {
		return this.messages.slice(-count).reverse();
	}

	get size(): number {
		return this.messages.length;
	}

	clear(): void {
		this.messages = [];
	}
}
