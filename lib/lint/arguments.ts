import type { At } from './at';

/** Value that an analysis passes under a name. */
export function argumentText(analysis: At, name: string): string | undefined {
  return analysis
    .get('args')
    .list()
    .find((argument) => argument.get('name').text === name)
    ?.get('value').text;
}
