/** One fault: the rule that must see it, the object and the place that is changed, and where the finding is if not there. */
export interface Mutant {
  readonly rule: string;
  readonly object: string;
  readonly path: string;
  readonly value: unknown;
  /** `Kind name` of the finding. @default the object that is changed */
  readonly at?: string;
  /** Path of the finding. @default the path that is changed */
  readonly found?: string;
}

const canary = 'spec.strategy.canary';
const blueGreen = 'spec.strategy.blueGreen';
const app = 'spec.template.spec.containers[0]';
const hash = 'rollouts-pod-template-hash';
const waive = 'metadata.annotations["bluecanary.dev/waive"]';
const text = (name: string) => `metadata.annotations["bluecanary.dev/${name}"]`;

export type Row = readonly [rule: string, object: string, path: string, value: unknown, found?: string, at?: string];

const rollout: readonly Row[] = [
  ['R01', 'Rollout catalog', blueGreen, { activeService: 'catalog' }, 'spec.strategy'],
  ['R01', 'Rollout mail', 'spec.strategy', {}],
  ['R02', 'Rollout catalog', 'spec.selector', {}],
  ['R02', 'Rollout myapp', 'spec.selector.matchLabels', undefined, 'spec.selector'],
  ['R03', 'Rollout catalog', 'spec.template.metadata.labels.app', 'catalogue'],
  ['R03', 'Rollout catalog', 'spec.template.spec.restartPolicy', 'Never'],
  ['R03', 'Rollout catalog', `${app}.image`, undefined],
  ['R03', 'Rollout catalog', `${app}.ports[0].containerPort`, 70_000],
  ['R03', 'Rollout catalog', `${app}.volumeMounts[0]`, { name: 'tmp', mountPath: '/tmp' }, `${app}.volumeMounts[0].name`],
  ['R03', 'Rollout catalog', `${app}.resources.requests.memory`, '2Gi'],
  ['R03', 'Rollout mail', 'spec.template', undefined],
  ['R04', 'Rollout legacy', 'spec.workloadRef.name', 'gone'],
  ['R04', 'Rollout legacy', 'spec.workloadRef.kind', 'Service'],
  ['R04', 'Rollout legacy', 'spec.template', {}, 'spec.workloadRef'],
  ['R05', 'Rollout catalog', 'spec.replicas', -1],
  ['R05', 'Rollout catalog', 'spec.progressDeadlineSeconds', 30],
  ['R07', 'Rollout myapp', `${blueGreen}.scaleDownDelayRevisionLimit`, 6, 'spec.revisionHistoryLimit'],
  ['X33', 'Rollout myapp', 'spec.revisionHistoryLimit', 2],
  ['X33', 'Rollout catalog', `${canary}.scaleDownDelayRevisionLimit`, 6, 'spec.revisionHistoryLimit'],
  ['R08', 'Rollout catalog', `${canary}.antiAffinity.preferredDuringSchedulingIgnoredDuringExecution.weight`, 0],
  ['R08', 'Rollout catalog', `${canary}.antiAffinity.requiredDuringSchedulingIgnoredDuringExecution`, {}, `${canary}.antiAffinity`],
  ['R09', 'Rollout legacy', `${canary}.maxSurge`, 0],
  ['R13', 'Rollout mail', `${canary}.scaleDownDelaySeconds`, 60],
  ['R13', 'Rollout mail', `${canary}.dynamicStableScale`, true],
  ['R13', 'Rollout catalog', `${canary}.dynamicStableScale`, true, `${canary}.scaleDownDelaySeconds`],
  ['R43', 'Rollout myapp', `${blueGreen}.activeService`, undefined],
  ['R43', 'Rollout shop', `${canary}.trafficRouting.istio.destinationRule.canarySubsetName`, undefined],
  ['R43', 'Rollout catalog', `${canary}.steps[1].setHeaderRoute.match[0].headerName`, undefined],
  ['X03', 'Rollout catalog', `${canary}.canaryServce`, 'x'],
  ['X03', 'Rollout catalog', `${canary}.steps[5].replicaProgressThreshold`, { type: 'Percent', value: 50 }],
  ['X03', 'AnalysisTemplate judge', 'spec.metrics[0].failureCondtion', 'false'],
  [
    'X03',
    'Rollout catalog',
    `${canary}.steps[7].analysis.args[0].valueFrom`,
    { secretKeyRef: { name: 'x', key: 'y' } },
    `${canary}.steps[7].analysis.args[0].valueFrom.secretKeyRef`,
  ],
  [
    'X15',
    'Rollout myapp',
    blueGreen,
    { activeService: 'myapp', autoPromotionEnabled: false, autoPromotionSeconds: 60 },
    `${blueGreen}.autoPromotionSeconds`,
  ],
  ['X16', 'Rollout myapp', `${blueGreen}.scaleDownDelaySeconds`, 30],
  ['X16', 'AnalysisTemplate judge', 'spec.metrics[0].interval', '2h', `${blueGreen}.scaleDownDelaySeconds`, 'Rollout myapp'],
  ['X17', 'Rollout myapp', `${blueGreen}.autoPromotionSeconds`, 900, 'spec.progressDeadlineSeconds'],
  ['X34', 'AnalysisTemplate judge', 'spec.metrics[0].name', 'a-metric-with-a-very-long-name'],
  [
    'X34',
    'Rollout mail',
    'metadata.name',
    'mail-that-goes-to-everybody-in-the-company',
    'metadata.name',
    'Rollout mail-that-goes-to-everybody-in-the-company',
  ],
  ['X36', 'Rollout catalog', `spec.template.metadata.labels.${hash}`, 'abc', `spec.template.metadata.labels.${hash}`],
  ['X40', 'Rollout wiki', `${canary}.dynamicStableScale`, true],
  ['Y12', 'Rollout myapp', `${blueGreen}.scaleDownDelaySeconds`, 3600],
  ['Y12', 'Rollout myapp', text('promise-keep'), 'one day'],
];

const steps: readonly Row[] = [
  ['R15', 'Rollout catalog', `${canary}.steps[5].pause`, {}, `${canary}.steps[5]`],
  ['R15', 'Rollout mail', `${canary}.steps[0]`, {}],
  ['X01', 'Rollout catalog', `${canary}.steps[4].setWeight`, 5, `${canary}.steps[4]`],
  ['R16', 'Rollout catalog', `${canary}.steps[5].setWeight`, 120],
  ['R16', 'Rollout catalog', `${canary}.steps[5].setWeight`, 12.5],
  ['R16', 'Rollout wiki', `${canary}.trafficRouting.maxTrafficWeight`, undefined, `${canary}.steps[0].setWeight`],
  ['R17', 'Rollout catalog', `${canary}.steps[6].pause.duration`, '5 minutes'],
  ['R17', 'Rollout mail', `${canary}.steps[3].pause.duration`, -1],
  ['R18', 'Rollout mail', `${canary}.steps[0]`, { setCanaryScale: { replicas: 1 } }, `${canary}.steps[0].setCanaryScale`],
  ['X02', 'Rollout catalog', `${canary}.steps[4].setCanaryScale`, { replicas: 1 }, `${canary}.steps[8].setWeight`],
  ['X02', 'Rollout catalog', `${canary}.steps[0].setCanaryScale.weight`, 10, `${canary}.steps[0].setCanaryScale`],
  [
    'R19',
    'Rollout catalog',
    `${canary}.steps[1].setHeaderRoute.match[0].headerValue.regex`,
    '.*',
    `${canary}.steps[1].setHeaderRoute.match[0].headerValue`,
  ],
  ['R19', 'Rollout wiki', `${canary}.steps[0]`, { setHeaderRoute: { name: 'x' } }, `${canary}.steps[0].setHeaderRoute`],
  [
    'R20',
    'Rollout catalog',
    `${canary}.steps[2].setMirrorRoute.match[0].path.exact`,
    '/',
    `${canary}.steps[2].setMirrorRoute.match[0].path`,
  ],
  ['R21', 'Rollout catalog', `${canary}.trafficRouting.managedRoutes[0].name`, 'y-canary', `${canary}.steps[1].setHeaderRoute.name`],
  ['R22', 'Rollout ads', `${canary}.steps[0].experiment.templates[0].weight`, 5],
  ['X19', 'Rollout catalog', `${canary}.steps[10].analysis.args[1].value`, 'all', `${canary}.steps[10].analysis.args[3]`],
  ['X20', 'Rollout catalog', `${canary}.analysis`, { templates: [{ templateName: 'judge' }] }, `${canary}.analysis.startingStep`],
  ['X21', 'Rollout catalog', `${canary}.steps[0]`, { analysis: { templates: [{ templateName: 'veto' }] } }, `${canary}.steps[0].analysis`],
  ['X26', 'Rollout catalog', `${canary}.steps[0].setCanaryScale.replicas`, 0, `${canary}.steps[1].setHeaderRoute`],
  ['Y19', 'Rollout feed', `${canary}.steps[1].pause.duration`, '30s', `${canary}.steps[2].analysis`],
  ['Y20', 'Rollout catalog', text('traffic'), '1', `${canary}.steps[7].analysis`],
  ['Y20', 'Rollout mail', `${canary}.steps[0].setWeight`, 10],
];

const services: readonly Row[] = [
  ['R06', 'Rollout myapp', `${blueGreen}.previewService`, 'myapp'],
  ['R10', 'Rollout catalog', `${canary}.canaryService`, 'catalog-stable'],
  ['R11', 'Rollout catalog', `${canary}.stableService`, undefined],
  ['R12', 'Rollout blog', `${canary}.pingPong.pongService`, 'blog-stable'],
  ['R12', 'Rollout blog', `${canary}.trafficRouting.alb.rootService`, undefined],
  ['R14', 'Rollout catalog', `${canary}.trafficRouting.maxTrafficWeight`, 1000],
  ['R24', 'Rollout catalog', `${canary}.canaryService`, 'catalog-kanary'],
  ['R24', 'Service myapp-preview', 'metadata.name', 'myapp-review', `${blueGreen}.previewService`, 'Rollout myapp'],
  ['R25', 'Service catalog-canary', 'spec.selector.tier', 'web'],
  ['R25', 'Service myapp', 'spec.selector.app', 'web'],
  ['R26', 'Rollout wiki', `${canary}.stableService`, 'catalog-stable'],
  ['X28', 'Service catalog-stable', `spec.selector.${hash}`, 'abc'],
  ['X28', 'Service myapp', 'metadata.annotations["argocd.argoproj.io/sync-options"]', 'Replace=true'],
  ['X29', 'Service catalog-canary', 'spec.ports[0].port', 8080, 'spec.ports'],
  ['X29', 'Service myapp', 'spec.ports[0].targetPort', 'https'],
  ['X29', 'Service catalog-canary', 'spec.selector.version', '1.4.0', 'spec.selector'],
];

const traffic: readonly Row[] = [
  ['R33', 'Ingress wiki', 'spec.rules[0].http.paths[0].backend.service.name', 'wiki-canary', 'spec.rules'],
  ['R33', 'Rollout wiki', `${canary}.trafficRouting.nginx.stableIngress`, 'gone'],
  ['R33', 'Rollout blog', `${canary}.trafficRouting.alb.ingresses`, ['blog'], `${canary}.trafficRouting.alb`],
  [
    'R34',
    'Rollout catalog',
    `${canary}.trafficRouting.istio.virtualServices`,
    [{ name: 'catalog', routes: ['primary'] }],
    `${canary}.trafficRouting.istio`,
  ],
  ['R34', 'VirtualService shop', 'metadata.name', 'store', `${canary}.trafficRouting.istio.virtualServices[0].name`, 'Rollout shop'],
  ['R35', 'VirtualService catalog', 'spec.http', undefined],
  [
    'R36',
    'VirtualService catalog',
    'spec.http[0].name',
    'main',
    `${canary}.trafficRouting.istio.virtualService.routes[0]`,
    'Rollout catalog',
  ],
  ['R37', 'VirtualService catalog', 'spec.http[0].route[1]', undefined, 'spec.http[0].route'],
  ['R37', 'VirtualService shop', 'spec.http[0].route[1].destination.subset', 'canry', 'spec.http[0].route'],
  [
    'R38',
    'Rollout shop',
    `${canary}.trafficRouting.istio.virtualServices[0]`,
    { name: 'search' },
    `${canary}.trafficRouting.istio.virtualServices[0].routes`,
  ],
  ['Y09', 'VirtualService catalog', 'spec.http[1]', { timeout: '1s' }, 'spec.http[1].name'],
  ['Y09', 'Rollout catalog', `${canary}.trafficRouting.istio.virtualService.routes`, undefined],
  ['R39', 'Mapping maps', 'spec.weight', 50, undefined, 'AmbassadorMapping maps'],
  ['R39', 'Rollout maps', `${canary}.trafficRouting.ambassador.mappings[0]`, 'gone'],
  [
    'X22',
    'VirtualService catalog',
    'spec.http[0].route[2]',
    { destination: { host: 'judge.production.svc.cluster.local' }, weight: 0 },
    'spec.http[0].route[2].destination',
  ],
  ['X23', 'DestinationRule shop', 'spec.subsets[2]', { name: 'beta' }, 'spec.subsets[2].name'],
  ['X24', 'VirtualService catalog', 'spec.http[0].route[1].weight', 10],
  ['X25', 'Rollout catalog', `${canary}.trafficRouting.managedRoutes[1].name`, 'primary'],
  ['X41', 'DestinationRule catalog-stable', 'spec.host', 'catalog-stable'],
  ['X41', 'VirtualService catalog', 'spec.gateways[0]', 'public'],
  ['X41', 'DestinationRule catalog-stable', 'spec.host', 'gone.production.svc.cluster.local'],
  ['Y01', 'Service orders', 'spec.selector.version', undefined, 'spec.selector'],
  ['Y01', 'Job users-full-name-4f53cda18c', 'spec.template.metadata.labels.app', 'catalog', 'spec.selector', 'Service catalog'],
  ['Y08', 'VirtualService catalog', 'spec.hosts[0]', 'app.example.com', 'spec.rules[0].host', 'Ingress myapp'],
  ['Y08', 'Ingress myapp', 'spec.rules[0].http.paths[0].backend.service.name', 'myapp-preview'],
  ['Y10', 'VirtualService search', 'metadata.annotations', {}, 'spec.http[0].match[0].headers'],
  ['X27', 'VirtualService catalog', 'spec.http[0].connectionPool', { tcp: {} }],
  ['X27', 'VirtualService catalog', 'spec.http[0].route[0].weight', 80, 'spec.http[0].route'],
  ['X27', 'DestinationRule shop', 'spec.host', undefined],
  [
    'Y06',
    'DestinationRule catalog-stable',
    'spec.trafficPolicy.outlierDetection',
    { consecutiveErrors: 5 },
    'spec.trafficPolicy.outlierDetection.consecutiveErrors',
  ],
  ['Y06', 'VirtualService catalog', 'apiVersion', 'networking.istio.io/v1beta1'],
  ['Y06', 'Ingress wiki', 'metadata.annotations["kubernetes.io/ingress.class"]', 'nginx'],
  ['Y07', 'VirtualService catalog', 'spec.http[0].retries.retryOn', '5xx,reset'],
  ['Y11', 'Ingress myapp', 'metadata.annotations["nginx.ingress.kubernetes.io/server-snippet"]', 'x'],
  ['Y30', 'VirtualService search', 'spec.http[1].match', undefined, 'spec.http[1].mirror'],
  ['Y30', 'Rollout catalog', `${canary}.steps[2].setMirrorRoute.match[0].method`, undefined, `${canary}.steps[2].setMirrorRoute.match`],
];

export const rows = (list: readonly Row[]): readonly Mutant[] =>
  list.map(([rule, object, path, value, found, at]) => ({
    rule,
    object,
    path,
    value,
    ...(found === undefined ? {} : { found }),
    ...(at === undefined ? {} : { at }),
  }));

export const releaseMutants = rows([
  ...rollout,
  ...steps,
  ...services,
  ...traffic,
  ['W01', 'Rollout catalog', waive, '[{"rule":"X32"}]'],
  ['W01', 'Rollout catalog', waive, '[{"rule":"X99","reason":"because"}]'],
]);
