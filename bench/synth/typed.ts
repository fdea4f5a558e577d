/**
 * The bare app with the classes loaded that a typed app names, and nothing done with them: the least that any typed app of these objects costs.
 * `node typed.js <objects.json> <folder>`
 */
import 'cdk8s-plus-28';
import '../../imports/argoproj.io';
import '../../imports/monitoring.coreos.com';
import '../../imports/networking.istio.io';
import './bare';
