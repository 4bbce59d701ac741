using System.Globalization;
using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Spec.OpenApi;

/// <summary>Reads the parameters of an operation and of its path.</summary>
internal sealed class SpecParameterReader(SpecReadContext context, SpecSchemaReader schemas)
{
    public IReadOnlyList<SpecParameter> Read(JsonObject operation, JsonObject pathItem, string path)
    {
        var parameters = new List<SpecParameter>();
        ReadInto(parameters, pathItem);
        int shared = parameters.Count;
        ReadInto(parameters, operation);

        // A parameter of the operation takes the place of the one that the path gives to all its operations.
        for (int i = shared; i < parameters.Count; i++)
        {
            int same = parameters.FindIndex(other => other.Name == parameters[i].Name && other.Place == parameters[i].Place);
            if (same < shared)
            {
                parameters[same] = parameters[i];
                parameters.RemoveAt(i--);
            }
            else if (same < i)
            {
                // Left out, because the same name would be reported as a collision once more.
                context.Unsupported(parameters[i].Node, $"The parameter '{parameters[i].Name}' stands twice.");
                parameters.RemoveAt(i--);
            }
        }

        CheckPath(parameters, operation, path);
        return parameters;
    }

    private void ReadInto(List<SpecParameter> parameters, JsonObject owner)
    {
        foreach (JsonNode item in context.Items(owner, "parameters"))
        {
            if (context.AsObject(item, "A parameter") is { } node && ReadParameter(node) is { } parameter)
            {
                parameters.Add(parameter);
            }
        }
    }

    private SpecParameter? ReadParameter(JsonObject node)
    {
        if (node["$ref"] is not null)
        {
            if (context.Resolve(node, "parameters") is not { } found)
            {
                return null;
            }

            node = found.Node;
        }

        context.RefuseOthers(node, SpecKeywords.Parameter, "a parameter");
        if (context.Text(node, "name") is not { } name)
        {
            context.Unsupported(node, "A parameter has a name.");
            return null;
        }

        SpecParameterPlace? place = context.Text(node, "in") switch
        {
            "path" => SpecParameterPlace.Path,
            "query" => SpecParameterPlace.Query,
            "header" => SpecParameterPlace.Header,
            _ => null,
        };
        if (place is null)
        {
            context.Unsupported(node, $"The parameter '{name}' must stand in the path, the query or a header.");
            return null;
        }

        if (context.Object(node, "schema") is not { } schema)
        {
            context.Unsupported(node, $"The parameter '{name}' has no schema.");
            return null;
        }

        // 'form' is what the query does anyway, 'simple' what path and header do; nothing else occurs.
        string usual = place == SpecParameterPlace.Query ? "form" : "simple";
        if (context.Text(node, "style") is { } style && style != usual)
        {
            context.Unsupported(node["style"]!, $"The style '{style}' of the parameter '{name}' is not supported here; '{usual}' is.");
        }

        return new SpecParameter(node, name, place.Value, schemas.Read(schema))
        {
            Required = place == SpecParameterPlace.Path || (context.Truth(node, "required") ?? false),
            Deprecated = context.Truth(node, "deprecated") ?? false,
            Explode = context.Truth(node, "explode") ?? (place == SpecParameterPlace.Query),
            CsName = context.Text(node, "x-cs-name"),
            CsPageSize = ReadPageSize(node),
        };
    }

    private int? ReadPageSize(JsonObject node)
    {
        if (context.Number(node, "x-cs-page-size") is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && size > 0)
        {
            return size;
        }

        context.Unsupported(node["x-cs-page-size"]!, $"'x-cs-page-size' is {text}; it is a whole number of results, 1 or more."); // It was just read.
        return null;
    }

    private void CheckPath(List<SpecParameter> parameters, JsonObject operation, string path)
    {
        List<string> places = [];
        for (int open = path.IndexOf('{'); open >= 0; open = path.IndexOf('{', open + 1))
        {
            int close = path.IndexOf('}', open);
            if (close < 0)
            {
                context.Unsupported(operation, $"A '{{' in the path {path} is not closed.");
                return;
            }

            places.Add(path.Substring(open + 1, close - open - 1));
        }

        foreach (string name in places)
        {
            if (!parameters.Exists(parameter => parameter.Place == SpecParameterPlace.Path && parameter.Name == name))
            {
                context.Unsupported(operation, $"The path {path} has {{{name}}}, and no parameter describes it.");
            }
        }

        foreach (SpecParameter parameter in parameters)
        {
            if (parameter.Place == SpecParameterPlace.Path && !places.Contains(parameter.Name))
            {
                context.Unsupported(parameter.Node, $"The parameter '{parameter.Name}' is not in the path {path}.");
            }
        }
    }
}
