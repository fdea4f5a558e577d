/** What checkov finds in `dist/` and we accept, each with the objects and the reason. */
export const waived: readonly { readonly check: string; readonly on: RegExp; readonly because: string }[] = [
  {
    check: 'CKV_K8S_35',
    on: /^(Deployment|Job)\./,
    because: 'secrets in files rather than in the environment: the apps read MONGODB_URI, and it is a reference, never a value',
  },
  {
    check: 'CKV_K8S_40',
    on: /^(Deployment|Job)\./,
    because: 'a high user id: the image names its user, and runAsNonRoot refuses root whoever that is',
  },
  {
    check: 'CKV_K8S_38',
    on: /^Job\.production\.users-full-name-contract-/,
    because:
      'the token of the contract Job: it asks the API server whether pods of the previous version are left; no other pod has a token',
  },
];
