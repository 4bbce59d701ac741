using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Confluence.Contract.Tests.Calls;
using Confluence.Contract.Tests.Documents;
using Confluence.Contract.Tests.Stub;
using Microsoft.OpenApi;

namespace Confluence.Contract.Tests.Judges;

/// <summary>Compares a request with what the document says of the operation and with the values that were planned.</summary>
internal static class RequestJudge
{
    public const string Email = "ada@example.com";
    public const string Token = "contract-token";

    /// <summary>What is wrong with a request; none when it is as planned.</summary>
    /// <param name="plan">The call.</param>
    /// <param name="operation">The operation that the stub matched.</param>
    /// <param name="request">What arrived.</param>
    public static IReadOnlyList<string> Check(CallPlan plan, string operation, ArrivedRequest request)
    {
        List<string> problems = [];
        if (operation != plan.Operation.ToString())
        {
            problems.Add($"the stub took the request for {operation}");
        }

        CheckPath(plan, request, problems);
        CheckQuery(plan, request, problems);
        CheckHeaders(plan, request, problems);
        CheckBody(plan, request, problems);
        return problems;
    }

    private static void CheckPath(CallPlan plan, ArrivedRequest request, List<string> problems)
    {
        string[] expected =
        [
            .. plan.Operation.Path.Split('/').Select(segment => plan.Parameters
                .FirstOrDefault(parameter => parameter.Description.In == ParameterLocation.Path && segment == $"{{{parameter.Name}}}")?.Texts.Single() ?? segment),
        ];
        if (!expected.SequenceEqual(request.Segments, StringComparer.Ordinal))
        {
            problems.Add($"path: {string.Join(" / ", expected)} was planned, and {string.Join(" / ", request.Segments)} arrived");
        }
    }

    private static void CheckQuery(CallPlan plan, ArrivedRequest request, List<string> problems)
    {
        string[] expected = [.. plan.Query.SelectMany(static parameter => parameter.Texts.Select(text => $"{parameter.Name}={text}")).Order(StringComparer.Ordinal)];
        if (!expected.SequenceEqual(request.Query, StringComparer.Ordinal))
        {
            problems.Add($"query: {string.Join(" & ", expected)} was planned, and {string.Join(" & ", request.Query)} arrived");
        }

        foreach (string pair in request.Query)
        {
            string[] parts = pair.Split('=', 2);
            IOpenApiParameter? parameter = plan.Operation.Parameters.FirstOrDefault(parameter => parameter.In == ParameterLocation.Query && parameter.Name == parts[0]);
            if (parameter?.Schema is not { } schema)
            {
                problems.Add($"query: {parts[0]} is not declared");
                continue;
            }

            IEnumerable<string> texts = schema.Items is not null && !parameter.Explode ? parts[1].Split(',') : [parts[1]];
            problems.AddRange(texts.SelectMany(text => SchemaJudge.CheckText(schema.Items ?? schema, text, $"query {parts[0]}")));
        }
    }

    private static void CheckHeaders(CallPlan plan, ArrivedRequest request, List<string> problems)
    {
        ContractOperation operation = plan.Operation;
        CheckHeader("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Email}:{Token}"))}");
        CheckHeader("Accept", operation.Answer.IsBytes ? "*/*" : "application/json");

        // Confluence takes a write of v1 without this header for a forged one, and a POST or PUT without a type for none.
        CheckHeader("X-Atlassian-Token", operation is { Api: "v1", IsWrite: true } ? "no-check" : null);
        if (!operation.HasFormBody)
        {
            CheckHeader("Content-Type", operation.Method is "POST" or "PUT" || plan.Body is not null ? "application/json" : null);
        }

        CheckHeader("Cookie", null);
        foreach (IOpenApiParameter header in operation.Parameters.Where(static parameter => parameter.In is ParameterLocation.Header or ParameterLocation.Cookie))
        {
            problems.Add($"header: the document declares {header.Name}, which no planned call sends");
        }

        void CheckHeader(string name, string? expected)
        {
            if (request.Header(name) != expected)
            {
                problems.Add($"header {name}: {expected ?? "nothing"} was expected, and {request.Header(name) ?? "nothing"} arrived");
            }
        }
    }

    private static void CheckBody(CallPlan plan, ArrivedRequest request, List<string> problems)
    {
        if (plan.Operation.BodySchema is not { } schema)
        {
            if (request.Body.Length > 0)
            {
                problems.Add($"body: the document has none, and {request.BodyText} arrived");
            }

            return;
        }

        if (plan.Operation.HasFormBody)
        {
            problems.AddRange(FormJudge.Check(schema, plan.Body, request));
            return;
        }

        try
        {
            JsonNode? body = JsonNode.Parse(request.BodyText);
            problems.AddRange(SchemaJudge.Check(schema, body, "body"));
            if (!JsonNode.DeepEquals(body, plan.Body))
            {
                problems.Add($"body: {plan.Body?.ToJsonString()} was planned, and {request.BodyText} arrived");
            }
        }
        catch (JsonException exception)
        {
            problems.Add($"body: {request.BodyText} is no JSON: {exception.Message}");
        }
    }
}
