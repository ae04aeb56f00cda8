import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { renderStatusCodes } from './statusCodes';

writeFileSync(join(__dirname, '..', 'status-codes.md'), renderStatusCodes());
