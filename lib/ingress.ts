import type { Duration } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { annotation, label, objectNameProblem } from './labels';
import { builtIn } from './manifest';
import { reject } from './problems';
import { checkTimes, secondsOf } from './time';

export interface IngressProps {
  /** Name of the Ingress. */
  readonly name: string;
  /** Host at the edge. */
  readonly host: string;
  /** Name of the Service behind the host. */
  readonly service: string;
  /**
   * IngressClass of the controller that serves the host.
   *
   * @default 'nginx'
   */
  readonly className?: string;
  /**
   * Secret with the certificate; cert-manager fills it.
   *
   * @default `<name>-tls`
   */
  readonly tlsSecret?: string;
  /**
   * cert-manager ClusterIssuer that fills the TLS Secret.
   *
   * @default 'letsencrypt-prod'
   */
  readonly issuer?: string;
  /**
   * How long a cookie keeps a user on one pod; `false` for none. After a switch the pod is gone and so is the affinity.
   *
   * @default Duration.hours(48)
   */
  readonly cookieAffinity?: Duration | false;
}

/**
 * The entry of an app without a mesh: one host, TLS, everything to one Service.
 *
 * The version that answered reaches the client as a header that the app itself sets from VERSION:
 * a configuration snippet is disabled by default in ingress-nginx, because it opens the proxy's configuration.
 */
export class Ingress extends Construct {
  constructor(scope: Construct, id: string, props: IngressProps) {
    super(scope, id);
    const { name, host, service, className = 'nginx', tlsSecret = `${name}-tls`, issuer = 'letsencrypt-prod' } = props;
    const { cookieAffinity } = props;
    const seconds = cookieAffinity === false ? 0 : secondsOf(cookieAffinity, 48 * 3600);
    for (const [prop, given] of Object.entries({ className, tlsSecret, issuer })) reject(this, objectNameProblem(`ingress.${prop}`, given));
    if (cookieAffinity) checkTimes(this, { 'ingress.cookieAffinity': cookieAffinity });
    const cookie: Record<string, string> = seconds
      ? {
          'nginx.ingress.kubernetes.io/affinity': 'cookie',
          'nginx.ingress.kubernetes.io/session-cookie-name': 'route',
          'nginx.ingress.kubernetes.io/session-cookie-max-age': String(seconds),
          'nginx.ingress.kubernetes.io/session-cookie-expires': String(seconds),
        }
      : {};
    const backend = { service: { name: service, port: { number: 80 } } };
    builtIn(
      this,
      'Resource',
      k8s.KubeIngress.manifest({
        metadata: {
          name,
          labels: { [label.app]: name },
          annotations: {
            'cert-manager.io/cluster-issuer': issuer,
            ...cookie,
            [annotation.external]: `Secret/${tlsSecret},ClusterIssuer/${issuer},IngressClass/${className}`,
          },
        },
        spec: {
          ingressClassName: className,
          tls: [{ hosts: [host], secretName: tlsSecret }],
          rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
        },
      }),
    );
  }
}
