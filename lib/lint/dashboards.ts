import type { At } from './at';
import { parsedJson } from './json';
import { lastOf } from './references';
import type { Item } from './types';

export interface DashboardModel {
  /** The model itself: what is inside of the envelope of the API, if there is one. */
  readonly model: At;
  readonly enveloped: boolean;
  /** Its panels, those in rows included. */
  readonly panels: readonly At[];
}

/** Dashboards of an object: itself, or the JSON texts of a ConfigMap. */
export const dashboardsOf = lastOf((item: Item): readonly DashboardModel[] => {
  if (item.kind === 'Dashboard') return [dashboard(item.root)];
  return item.kind === 'ConfigMap' ? item.root.get('data').fields().flatMap(embedded) : [];
});

/** Places inside of an embedded text keep the path of the text: `data["x.json"].panels[0]`. */
function embedded(at: At): readonly DashboardModel[] {
  const text = at.text ?? '';
  if (!String(at.key).endsWith('.json') || !text.includes('"panels"')) return [];
  const found = dashboard(at.with(parsedJson(text)));
  return found.model.get('panels').given ? [found] : [];
}

function dashboard(at: At): DashboardModel {
  const enveloped = at.get('dashboard').has('panels');
  const model = enveloped ? at.get('dashboard') : at;
  const panels = model
    .get('panels')
    .list()
    .flatMap((panel) => [panel, ...panel.get('panels').list()]);
  return { model, enveloped, panels };
}
