import { routesOf } from '../../testing/routes-of';
import { WholeApp } from '../../testing/whole-app';
import { openApiDocument } from './open-api-document';

describe('the OpenAPI document', () => {
  const { paths = {} } = openApiDocument('https://visavis.example');
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  );
  let app: WholeApp;

  beforeAll(async () => {
    app = await WholeApp.start('open_api');
  });
  afterAll(() => app.stop());

  it('describes every route of the running API, and none that it has not', () => {
    const routes = routesOf(app.nest.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }));
    const api = routes.filter((route) => / \/api\//.test(route));
    expect(api.length).toBeGreaterThan(100);
    expect(api.filter((route) => !described.includes(route))).toEqual([]);
    expect(described.filter((route) => !api.includes(route))).toEqual([]);
  });

  it('names the query, the body and the file of a route as they are validated and sent', () => {
    const members = paths['/api/members']?.get?.parameters ?? [];
    expect(members.map((parameter) => ('name' in parameter ? parameter.name : ''))).toEqual(
      expect.arrayContaining(['page', 'sort', 'direction', 'search']),
    );
    expect(paths['/api/session/second-factor']?.post?.requestBody).toMatchObject({
      content: { 'application/json': { schema: { oneOf: [{}, {}] } } },
    });
    expect(paths['/api/contracts/{id}/versions/{number}/sealed.pdf']?.get?.responses?.['200']).toMatchObject({
      content: { 'application/pdf': {} },
    });
  });
});
