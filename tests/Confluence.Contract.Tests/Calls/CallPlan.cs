using System.Text.Json;
using System.Text.Json.Nodes;
using Confluence.Contract.Tests.Documents;
using Confluence.Contract.Tests.Samples;
using Microsoft.OpenApi;

namespace Confluence.Contract.Tests.Calls;

/// <summary>What one call says, in the words of the document: a value for each parameter, and the body.</summary>
internal sealed class CallPlan
{
    private CallPlan(ContractOperation operation, IReadOnlyList<PlannedParameter> parameters, JsonNode? body, bool isComplete)
    {
        Operation = operation;
        Parameters = parameters;
        Body = body;
        IsComplete = isComplete;
    }

    public ContractOperation Operation { get; }

    public IReadOnlyList<PlannedParameter> Parameters { get; }

    public JsonNode? Body { get; }

    /// <summary>Whether everything is set that can be set.</summary>
    public bool IsComplete { get; }

    /// <summary>What must be given: what stands in the path, in its order, and then the query.</summary>
    public IEnumerable<PlannedParameter> Arguments =>
    [
        .. Parameters.Where(static parameter => parameter.Description.In == ParameterLocation.Path).OrderBy(parameter => Operation.Path.IndexOf($"{{{parameter.Name}}}", StringComparison.Ordinal)),
        .. Query.Where(static parameter => parameter.Description.Required),
    ];

    public IEnumerable<PlannedParameter> Query => Parameters.Where(static parameter => parameter.Description.In == ParameterLocation.Query);

    /// <summary>A call with every optional parameter and member set.</summary>
    public static CallPlan Complete(ContractOperation operation) => Make(operation, SampleStyle.Complete);

    /// <summary>A call with nothing set that may be left out.</summary>
    public static CallPlan Sparse(ContractOperation operation) => Make(operation, SampleStyle.Sparse);

    /// <summary>
    /// Calls with one optional parameter, or one optional member of the body, and nothing else that may be left out. Truth values are alike,
    /// so only alone does each show that it stands under its own name.
    /// </summary>
    public static IEnumerable<(string Name, CallPlan Plan)> Singles(ContractOperation operation)
    {
        CallPlan complete = Complete(operation);
        CallPlan sparse = Sparse(operation);
        foreach (PlannedParameter parameter in complete.Parameters.Where(parameter => !operation.IsAlwaysSent(parameter.Description)))
        {
            yield return (parameter.Name, new CallPlan(operation, [.. sparse.Parameters, parameter], sparse.Body, isComplete: false));
        }

        if (complete.Body is JsonObject members && sparse.Body is JsonObject required)
        {
            foreach ((string name, JsonNode? value) in members.Where(member => !required.ContainsKey(member.Key)))
            {
                JsonObject body = required.DeepClone().AsObject();
                body[name] = value?.DeepClone();
                yield return ($"body.{name}", new CallPlan(operation, sparse.Parameters, body, isComplete: false));
            }
        }
    }

    private static CallPlan Make(ContractOperation operation, SampleStyle style)
    {
        bool isComplete = style == SampleStyle.Complete;
        SampleMaker samples = new(style, isAnswer: false);
        PlannedParameter[] parameters =
        [
            .. operation.Parameters.Where(parameter => isComplete || operation.IsAlwaysSent(parameter)).Select(parameter => new PlannedParameter(
                parameter,
                parameter.Schema is { } schema ? Fit(parameter, samples.Make(schema, parameter.Name ?? string.Empty)) : null)),
        ];
        return new CallPlan(operation, parameters, operation.BodySchema is { } body ? samples.Make(body, "body") : null, isComplete);
    }

    /// <summary>WireMock takes an encoded slash for a slash, so that no template would match.</summary>
    private static JsonNode? Fit(IOpenApiParameter parameter, JsonNode? value) =>
        parameter.In == ParameterLocation.Path && value?.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>().Replace("/", string.Empty, StringComparison.Ordinal)
            : value;
}

/// <summary>A parameter with the value that it gets.</summary>
internal sealed record PlannedParameter(IOpenApiParameter Description, JsonNode? Value)
{
    public string Name => Description.Name ?? throw new InvalidOperationException("A parameter has no name.");

    /// <summary>What must stand on the wire: one text, or several under the same name where the values of a list are not joined.</summary>
    public IEnumerable<string> Texts => Value switch
    {
        JsonArray items when Description.Explode => items.Select(TextOf),
        JsonArray items => [string.Join(',', items.Select(TextOf))],
        _ => [TextOf(Value)],
    };

    /// <summary>How a scalar stands in a query, a path or a form.</summary>
    public static string TextOf(JsonNode? scalar) => scalar?.GetValueKind() == JsonValueKind.String
        ? scalar.GetValue<string>()
        : scalar?.ToJsonString() ?? throw new InvalidOperationException("A planned value is missing.");
}
