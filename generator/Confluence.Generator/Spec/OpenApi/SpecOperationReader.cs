using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Spec.OpenApi;

/// <summary>Reads operations with their bodies and responses.</summary>
internal sealed class SpecOperationReader(SpecReadContext context, SpecSchemaReader schemas, IReadOnlyDictionary<string, string> groups)
{
    private readonly SpecParameterReader _parameters = new(context, schemas);

    /// <summary>The operation; null, with a diagnostic, when it has no <c>operationId</c>.</summary>
    public SpecOperation? Read(JsonObject node, string method, string path, JsonObject pathItem)
    {
        context.RefuseOthers(node, SpecKeywords.Operation, "an operation");
        if (context.Text(node, "operationId") is not { Length: > 0 } id)
        {
            context.Lacks(node, "operationId", $"{method.ToUpperInvariant()} {path} has no operationId; give it one with an overlay.");
            return null;
        }

        IReadOnlyList<string> tags = context.Texts(node, "tags");
        string tag = tags.Count == 0 ? "" : tags[0];
        return new SpecOperation(node, id, method.ToUpperInvariant(), path)
        {
            Tag = tag,
            Parameters = _parameters.Read(node, pathItem, path),
            Body = context.Object(node, "requestBody") is { } body ? ReadBody(body) : null,
            Responses = ReadResponses(node),
            Scopes = ReadScopes(node),
            Deprecated = context.Truth(node, "deprecated") ?? false,
            Experimental = context.Truth(node, "x-experimental") ?? false,
            CsName = context.Text(node, "x-cs-name"),
            CsGroup = context.Text(node, "x-cs-group"),
            CsTagGroup = groups.TryGetValue(tag, out string? group) ? group : null,
            CsIdempotent = context.Truth(node, "x-cs-idempotent"),
            CsQuestion = context.Truth(node, "x-cs-question") ?? false,
            CsPermission = context.Text(node, "x-cs-permission"),
            CsObsolete = context.Text(node, "x-cs-obsolete"),
        };
    }

    private SpecBody? ReadBody(JsonObject node)
    {
        string? component = null;
        if (node["$ref"] is not null)
        {
            if (context.Resolve(node, "requestBodies") is not { } found)
            {
                return null;
            }

            (component, node) = found;
        }

        context.RefuseOthers(node, SpecKeywords.Body, "a request body");
        return new SpecBody(node, ReadContent(node)) { Required = context.Truth(node, "required") ?? false, ComponentName = component };
    }

    private List<SpecResponse> ReadResponses(JsonObject operation)
    {
        var responses = new List<SpecResponse>();
        foreach ((string status, JsonObject entry) in context.Entries(operation, "responses"))
        {
            JsonObject node = entry;
            if (node["$ref"] is not null)
            {
                if (context.Resolve(node, "responses") is not { } found)
                {
                    continue;
                }

                node = found.Node;
            }

            context.RefuseOthers(node, SpecKeywords.Response, "a response");
            responses.Add(new SpecResponse(node, status, ReadContent(node)));
        }

        return responses;
    }

    private List<SpecMediaType> ReadContent(JsonObject node)
    {
        var content = new List<SpecMediaType>();
        foreach ((string name, JsonObject mediaType) in context.Entries(node, "content"))
        {
            context.RefuseOthers(mediaType, SpecKeywords.MediaType, "a media type");
            content.Add(new SpecMediaType(name, context.Object(mediaType, "schema") is { } schema ? schemas.Read(schema) : null));
        }

        return content;
    }

    private List<string> ReadScopes(JsonObject operation)
    {
        var scopes = new List<string>();
        foreach (JsonNode item in context.Items(operation, "x-atlassian-oauth2-scopes"))
        {
            if (context.AsObject(item, "An item of 'x-atlassian-oauth2-scopes'") is { } set && context.Text(set, "state") == "Current")
            {
                foreach (string scope in context.Texts(set, "scopes"))
                {
                    if (!scopes.Contains(scope))
                    {
                        scopes.Add(scope);
                    }
                }
            }
        }

        return scopes;
    }
}
