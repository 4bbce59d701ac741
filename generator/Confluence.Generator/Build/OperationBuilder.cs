using Confluence.Generator.Build.Naming;
using Confluence.Generator.Model;
using Confluence.Generator.Spec.NameMaps;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <summary>Decides how an operation is called from C#.</summary>
internal sealed class OperationBuilder(ApiFacts api, SchemaIndex schemas, TypeBuilder types, NameKeeper keeper, ArgumentNames argumentNames, BuildDiagnostics diagnostics)
{
    private static readonly string[] s_ownArguments = ["options", "cancellationToken", "path", "query", "request", "call"];

    private readonly ResultBuilder _results = new(schemas, types, diagnostics);

    public List<OptionsModel> Options { get; } = [];

    /// <summary>The operation; null when something in it is not supported, which has then been reported.</summary>
    public OperationModel? Build(SpecOperation operation)
    {
        string name = keeper.Operation(operation);
        var arguments = new List<ArgumentModel>();
        var options = new List<OptionModel>();
        foreach (SpecParameter parameter in operation.Parameters.OrderBy(parameter => parameter.Place))
        {
            if (!Quirks.IsHandledByRuntime(parameter))
            {
                AddParameter(operation, name, parameter, arguments, options);
            }
        }

        OrderByPath(operation, arguments);
        string path = api.PathPrefix + operation.Path;
        EquatableArray<PathSegmentModel>? segments = SplitPath(path, arguments);
        BodyModel? body = BuildBody(operation, name);
        ResultModel? result = _results.Build(operation, name);
        if (segments is null || result is null || (body is null && operation.Body is not null))
        {
            return null;
        }

        bool isList = result.Kind == ResultKind.Paged;
        (int? largestPage, int? usualPage) = Paging.FindSizes(operation, isList, diagnostics);
        if (isList)
        {
            options.RemoveAll(option => operation.Parameters.Any(parameter => parameter.Name == option.WireName && Paging.IsPagers(parameter)));
        }

        string referenceUrl = api.ReferenceUrl(operation.Tag, operation.Path, operation.Method);
        string? optionsName = AddOptions(operation, name, isList, options);
        return new OperationModel(
            operation.Id,
            name,
            operation.Method,
            path,
            new OperationFacts(operation.Scopes.ToArray(), operation.CsPermission, operation.CsIdempotent, referenceUrl, largestPage, usualPage),
            segments.Value,
            arguments,
            body,
            optionsName,
            result,
            operation.Deprecated ? operation.CsObsolete ?? "Atlassian has deprecated this operation." : null,
            operation.Experimental,
            Facts.Operation(operation, path, referenceUrl, isList, largestPage, usualPage));
    }

    private void AddParameter(SpecOperation operation, string operationName, SpecParameter parameter, List<ArgumentModel> arguments, List<OptionModel> options)
    {
        SpecSchema schema = schemas.Find(parameter.Schema);
        TypeRef type = ParameterType(operation, parameter, schema, operationName);
        if (parameter.Place == SpecParameterPlace.Header)
        {
            diagnostics.Unsupported(parameter.Node, $"The operation '{operation.Id}' takes the header '{parameter.Name}'; only X-Atlassian-Token, which the runtime sends, is known.");
        }
        else if (parameter.Place == SpecParameterPlace.Path || parameter.Required)
        {
            string given = argumentNames.Of(operation, parameter);
            string name = Names.Camel(type.Kind == TypeKind.List && parameter.CsName is null ? Plurals.Plural(given) : given);
            name = s_ownArguments.Contains(name) ? name + "Value" : name;
            if (!diagnostics.CheckName(parameter.Node, Names.Pascal(name), $"the parameter '{parameter.Name}' of '{operation.Id}'"))
            {
                return;
            }

            if (arguments.Find(argument => argument.Name == name) is { } other)
            {
                diagnostics.Collision(parameter.Node, name, $"the parameter '{other.WireName}' of '{operation.Id}'", $"'{parameter.Name}'");
                return;
            }

            arguments.Add(new ArgumentModel(
                parameter.Name, name, type, parameter.Place == SpecParameterPlace.Path, !parameter.Explode, Facts.Argument(parameter, schema, given, type.Kind == TypeKind.List)));
        }
        else
        {
            string optionsName = operationName + "Options";
            string name = keeper.Option(optionsName, parameter, () => Names.Option(parameter.Name, optionsName, type.Kind == TypeKind.List));
            if (!diagnostics.CheckName(parameter.Node, name, $"the parameter '{parameter.Name}' of '{operation.Id}'"))
            {
                return;
            }

            if (options.Find(option => option.Name == name) is { } other)
            {
                diagnostics.Collision(parameter.Node, name, $"the parameter '{other.WireName}' of '{operation.Id}'", $"'{parameter.Name}'");
            }
            else
            {
                options.Add(new OptionModel(parameter.Name, name, type, !parameter.Explode, Facts.Parameter(parameter, schema)));
            }
        }
    }

    private TypeRef ParameterType(SpecOperation operation, SpecParameter parameter, SpecSchema schema, string operationName)
    {
        if (Quirks.IsId(parameter, schema))
        {
            return TypeRef.String;
        }

        if (schema is { Type: "array", Items: { } items } && Quirks.IsId(parameter, schemas.Find(items)))
        {
            return TypeRef.List(TypeRef.String);
        }

        TypeRef type = types.Resolve(parameter.Schema, operationName + Names.Pascal(parameter.CsName ?? parameter.Name), Place.OfParameter(operation, parameter.Name));
        bool isKnown = parameter.Place == SpecParameterPlace.Path ? type.IsFor(TypeUses.Path)
            : type is { Kind: TypeKind.List, Item: { IsNullable: false } item } ? item.IsFor(TypeUses.QueryItem)
            : type.IsFor(TypeUses.Query);
        if (!isKnown)
        {
            diagnostics.Unsupported(
                parameter.Node,
                $"The parameter '{parameter.Name}' can't be sent: the path takes text, whole numbers and enums, the query those, lists of those, numbers, booleans and dates.");
            return TypeRef.String;
        }

        return type;
    }

    /// <summary>Callers give path parameters in the order in which the path has them, whatever order the document lists them in.</summary>
    private static void OrderByPath(SpecOperation operation, List<ArgumentModel> arguments)
    {
        var ordered = arguments
            .Select((argument, index) => (argument, place: argument.InPath ? operation.Path.IndexOf("{" + argument.WireName + "}", StringComparison.Ordinal) : int.MaxValue, index))
            .OrderBy(entry => entry.place).ThenBy(entry => entry.index)
            .Select(entry => entry.argument)
            .ToList();
        arguments.Clear();
        arguments.AddRange(ordered);
    }

    private static EquatableArray<PathSegmentModel>? SplitPath(string path, List<ArgumentModel> arguments)
    {
        var segments = new List<PathSegmentModel>();
        int start = 0;
        while (start < path.Length)
        {
            int open = path.IndexOf('{', start);
            if (open < 0)
            {
                segments.Add(new PathSegmentModel(path.Substring(start), IsArgument: false));
                break;
            }

            int close = path.IndexOf('}', open);
            string wireName = close < 0 ? "" : path.Substring(open + 1, close - open - 1);
            ArgumentModel? argument = arguments.Find(candidate => candidate.InPath && candidate.WireName == wireName);
            if (argument is null)
            {
                // Not declared, which the reader has reported, or declared under a name that is taken or none, which has been too.
                return null;
            }

            segments.Add(new PathSegmentModel(path.Substring(start, open - start), IsArgument: false));
            segments.Add(new PathSegmentModel(argument.Name, IsArgument: true));
            start = close + 1;
        }

        return segments;
    }

    private BodyModel? BuildBody(SpecOperation operation, string name)
    {
        if (operation.Body is not { } body)
        {
            return null;
        }

        IReadOnlyList<SpecMediaType> content = ResultBuilder.Preferred(body.Content);
        if (content.Count != 1 || content[0].Schema is not { } schema)
        {
            diagnostics.Unsupported(body.Node, $"The body of '{operation.Id}' must have JSON or one other media type, with a schema.", without: operation.Node);
            return null;
        }

        string typeName = body.ComponentName is { } component ? Names.Pascal(component) : name + "Request";
        string media = content[0].Name;
        if (media == "multipart/form-data")
        {
            return new BodyModel(types.ResolveForm(schema, typeName, Place.OfBody(operation)), IsForm: true, body.Required, DocModel.Of("The form to send."));
        }

        if (!ResultBuilder.IsJson(media))
        {
            diagnostics.Unsupported(body.Node, $"The body of '{operation.Id}' is '{media}'; known are application/json and multipart/form-data.", without: operation.Node);
            return null;
        }

        return new BodyModel(types.Resolve(schema, typeName, Place.OfBody(operation)), IsForm: false, body.Required, DocModel.Of(body.Required ? "What to send." : "What to send; null sends no body."));
    }

    private string? AddOptions(SpecOperation operation, string name, bool isList, List<OptionModel> options)
    {
        if (options.Count == 0)
        {
            return null;
        }

        string optionsName = name + "Options";
        Options.Add(new OptionsModel(
            api.Api,
            api.Namespace,
            optionsName,
            isList,
            operation.Experimental,
            DocModel.Of($"The optional parameters of `{operation.Id}`. What is null is not sent."),
            options));
        return optionsName;
    }
}
