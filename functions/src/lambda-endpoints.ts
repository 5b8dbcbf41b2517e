type Endpoints = readonly { readonly Address?: string }[];

/**
 * Stands, in Lambda bundles, for the SDK's memory of discovered endpoints (`@aws-sdk/endpoint-cache`): the build puts it in that
 * place. DynamoDB tells its endpoint by Region, and nobody here asks it for another; with the memory goes a queue that is only there
 * for it.
 */
export class EndpointCache {
  getEndpoint(_key: string): string | undefined {
    return undefined;
  }
  get(_key: string): Endpoints | undefined {
    return undefined;
  }
  set(_key: string, _endpoints: Endpoints): void {
    throw new Error("an endpoint was discovered: functions keep none");
  }
  delete(_key: string): undefined {
    return undefined;
  }
  has(_key: string): boolean {
    return false;
  }
  clear(): undefined {
    return undefined;
  }
}
