/** Synthesizes the reference releases and prints what it took. */
import { print } from './timed';

require('../../main');
print();
