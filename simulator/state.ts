import { createCapillary, type Capillary } from './capillary';
import { FaultQueue } from './faults/queue';
import { createHyperverge } from './hyperverge';
import { createIserveu } from './iserveu';
import { Clock } from './shared/clock';
import { Outbox } from './shared/outbox';
import type { Provider, World } from './shared/provider';
import type { ProviderName, RecordedRequest } from './types';
import { createWibmo } from './wibmo';

/** Everything that a running simulator remembers. */
export class State {
	readonly clock = new Clock();
	readonly outbox = new Outbox(this.clock);
	readonly faults = new FaultQueue();
	requests: RecordedRequest[] = [];
	capillary!: Capillary;
	private providers!: Record<ProviderName, Provider>;

	constructor() {
		this.createProviders();
	}

	provider(name: ProviderName): Provider {
		return this.providers[name];
	}

	/** Forgets everything: providers keep their codes and limits in themselves, so they are created again. */
	reset(): void {
		this.clock.reset();
		this.outbox.clear();
		this.faults.clear();
		this.requests = [];
		this.createProviders();
	}

	private createProviders(): void {
		const world: World = { clock: this.clock, deliver: (message) => this.outbox.deliver(message) };
		this.capillary = createCapillary(world);
		this.providers = {
			wibmo: createWibmo(world),
			iserveu: createIserveu(world),
			capillary: this.capillary,
			hyperverge: createHyperverge(world),
		};
	}
}
