import { type RouteName, routes } from "@peil/core/api.ts";
import type { EndpointEntry, ServiceView } from "@peil/core/api-catalogue.ts";
import { described, routeGroups } from "@peil/core/api-described.ts";
import type { Parameter } from "@peil/core/api-parameters.ts";
import { catalogue } from "@peil/core/errors.ts";
import { say } from "@peil/core/model/text.ts";
import type { FastifyInstance } from "fastify";
import { addressOf, filled } from "../views/service.ts";
import { jsonAnswer } from "./api.ts";
import found from "./api-schemas.json" with { type: "json" };
import { type Door, sendCached } from "./door.ts";

/** A part of a document as OpenAPI describes it. */
type Part = Readonly<Record<string, unknown>>;

const problemType = "application/problem+json";

/** TopoJSON travels as text through the server; who asks for it gets an object. */
const topology: Part = {
  type: "object",
  description: "TopoJSON: one object, features with `id` = area code, WGS84.",
  properties: { type: { const: "Topology" }, objects: { type: "object" }, arcs: { type: "array" }, synthetic: { type: "boolean" } },
  required: ["type", "objects", "arcs"],
  additionalProperties: true,
};

/** Serves the description of everything that programs can ask. */
export function registerOpenapi(app: FastifyInstance, door: Door): void {
  for (const path of ["/openapi.json", "/api/v1/openapi.json"]) {
    app.get(path, (request, reply) => {
      const release = door.releases.current();
      const make = async () => {
        const scope = { release, releases: door.releases };
        const [service, frame] = await Promise.all([door.views.service(scope, {}), door.views.frame(scope, {})]);
        return jsonAnswer(JSON.stringify(openapiOf(service, say(frame.site.name, "en"), door.origin)));
      };
      return sendCached(door, request, reply, path, release, make);
    });
  }
}

/**
 * The description of the service as OpenAPI 3.1, made of the route table, the parameter table, the endpoints and the catalogue of
 * errors. `x-requests` of an operation are addresses that answer on this site.
 */
export function openapiOf(service: ServiceView, site: string, origin: string | undefined): Part {
  const names = Object.keys(described) as RouteName[];
  const paths: Record<string, Record<string, Part>> = {};
  for (const name of names) paths[routes[name].path] = { get: routeOperation(name, service) };
  for (const each of service.endpoints) {
    paths[each.path] = { ...paths[each.path], [each.method.toLowerCase()]: endpointOperation(each, service) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: `${site}: API`,
      version: "1",
      description:
        "Open figures. A selection (which indicators, areas, periods and members, compared with what) is the query of an address; every answer comes from a release, and its ETag holds until the next one.",
    },
    servers: [{ url: origin ?? "/" }],
    tags: [...routeGroups, ...new Set(service.endpoints.map((each) => each.group))]
      .filter((each, at, all) => all.indexOf(each) === at)
      .map((name) => ({ name })),
    paths,
    components: { schemas: { ...found.schemas, Problem: problemSchema() }, responses: { Problem: problemResponse() } },
    "x-errors": Object.entries(catalogue).map(([code, { status, message }]) => ({ code, status, title: message.en })),
  };
}

function routeOperation(name: RouteName, { slots }: ServiceView): Part {
  const { group, summary, parameters, examples } = described[name];
  const requests = examples.flatMap((each) => addressOf(name, each, slots) ?? []);
  const schema = name === "geometry" ? topology : (found.routes as Readonly<Record<string, Part>>)[name];
  return {
    operationId: name,
    tags: [group],
    summary: summary.en,
    parameters: parameters.map((each) => parameterOf(each, slots)),
    responses: responsesOf("200", { "application/json": { schema } }),
    "x-requests": requests,
  };
}

function endpointOperation({ name, group, summary, ...entry }: EndpointEntry, { slots }: ServiceView): Part {
  const { parameters, mediaTypes, body, status = 200, standard, example } = entry;
  const content = Object.fromEntries(mediaTypes.map((type) => [type, name === "shareWorkspace" ? { schema: shared } : {}]));
  const sent = body === undefined ? {} : { requestBody: { required: true, content: { [body]: bodyOf(name) } } };
  return {
    operationId: name,
    tags: [group],
    summary: summary.en,
    ...(standard === undefined ? {} : { externalDocs: { description: standard.name, url: standard.url } }),
    parameters: parameters.map((each) => parameterOf(each, slots)),
    ...sent,
    responses: responsesOf(String(status), content),
    "x-requests": example === undefined ? [] : [example],
  };
}

const shared: Part = {
  type: "object",
  properties: { hash: { type: "string" }, release: { type: "string" } },
  required: ["hash", "release"],
};

function bodyOf(name: string): Part {
  return name === "shareWorkspace" ? { schema: { $ref: "#/components/schemas/Workspace" } } : {};
}

function parameterOf({ name, in: where, required, schema, meaning, example }: Parameter, slots: ServiceView["slots"]): Part {
  const value = filled(example, slots);
  const shown = value === undefined ? {} : { example: schema.type === "integer" ? Number(value) : value };
  return { name, in: where, required: required ?? false, description: meaning.en, schema, ...shown };
}

function responsesOf(status: string, content: Part): Part {
  return {
    [status]: { description: "The answer.", content },
    ...(status === "200" ? { "304": { description: "You hold this answer already." } } : {}),
    "400": { $ref: "#/components/responses/Problem" },
    "404": { $ref: "#/components/responses/Problem" },
    default: { $ref: "#/components/responses/Problem" },
  };
}

function problemResponse(): Part {
  return {
    description: "What went wrong, and what to do about it (RFC 9457).",
    content: { [problemType]: { schema: { $ref: "#/components/schemas/Problem" } } },
  };
}

function problemSchema(): Part {
  return {
    type: "object",
    description: "A problem as RFC 9457 describes it. `title` says what happened, `detail` what to do; `code` is stable.",
    properties: {
      type: { type: "string", format: "uri-reference" },
      title: { type: "string" },
      detail: { type: "string" },
      status: { type: "integer" },
      code: { type: "string", enum: Object.keys(catalogue) },
      details: { type: "object", additionalProperties: { type: ["string", "number"] } },
    },
    required: ["type", "title", "detail", "status", "code", "details"],
  };
}
