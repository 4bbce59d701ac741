using System.Text;
using Confluence.Contract.Tests.Calls;
using Confluence.Contract.Tests.Documents;
using Confluence.Contract.Tests.Stub;

namespace Confluence.Contract.Tests.Judges;

/// <summary>The judge of requests must find each way in which a request can differ from what was planned.</summary>
public sealed class RequestJudgeTests
{
    private static readonly CallPlan s_list = CallPlan.Complete(Operation("v2 getPages"));
    private static readonly CallPlan s_joined = CallPlan.Complete(Operation("v1 getPrivacyUnsafeUserEmailBulk"));
    private static readonly CallPlan s_write = CallPlan.Complete(Operation("v1 createGroup"));
    private static readonly CallPlan s_upload = CallPlan.Complete(Operation("v1 createAttachment"));

    [Fact]
    public void A_request_as_planned_has_no_problem()
    {
        Assert.Empty(Check(s_list, Arrived(s_list)));
        Assert.Empty(Check(s_write, Arrived(s_write)));
        Assert.Empty(Check(s_upload, Arrived(s_upload, body: Form(s_upload))));
    }

    [Fact]
    public void A_joined_list_that_comes_repeated_is_found()
    {
        string[] ids = [.. s_joined.Query.Single(static parameter => parameter.Name == "accountId").Texts.Single().Split(',').Select(Uri.EscapeDataString)];
        string joined = $"accountId={ids[0]}%2C{ids[1]}";
        string target = TargetOf(s_joined);

        Assert.Contains(joined, target, StringComparison.Ordinal);
        AssertProblem("query: ", Check(s_joined, Arrived(s_joined, target.Replace(joined, $"accountId={ids[0]}&accountId={ids[1]}", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_repeated_list_that_comes_joined_is_found()
    {
        string[] ids = [.. s_list.Query.Single(static parameter => parameter.Name == "id").Texts];
        string repeated = $"id={ids[0]}&id={ids[1]}";
        string target = TargetOf(s_list);

        Assert.Contains(repeated, target, StringComparison.Ordinal);
        AssertProblem("query: ", Check(s_list, Arrived(s_list, target.Replace(repeated, $"id={ids[0]}%2C{ids[1]}", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("limit=", "limits=", "query: limits is not declared")]
    [InlineData("&title=", "&title=x", "query: ")]
    [InlineData("&status=", "&status=x", "query status: ")]
    [InlineData("&limit=", "&limit=9", "query limit: ")]
    [InlineData("/pages?", "/page?", "path: ")]
    public void Another_path_or_query_is_found(string part, string wrong, string problem) =>
        AssertProblem(problem, Check(s_list, Arrived(s_list, TargetOf(s_list).Replace(part, wrong, StringComparison.Ordinal))));

    [Fact]
    public void Another_operation_is_found() => AssertProblem("the stub took the request for v2 getSpaces", RequestJudge.Check(s_list, "v2 getSpaces", Arrived(s_list)));

    [Theory]
    [InlineData("Authorization", "Bearer x")]
    [InlineData("Accept", "*/*")]
    [InlineData("X-Atlassian-Token", null)]
    [InlineData("Content-Type", "text/plain")]
    [InlineData("Cookie", "a=b")]
    public void Another_header_is_found(string name, string? value)
    {
        Dictionary<string, string> headers = HeadersOf(s_write);
        headers.Remove(name);
        if (value is not null)
        {
            headers[name] = value;
        }

        byte[] body = Encoding.UTF8.GetBytes(s_write.Body?.ToJsonString() ?? string.Empty);
        AssertProblem($"header {name}: ", Check(s_write, new ArrivedRequest(s_write.Operation.Method, TargetOf(s_write), headers, body)));
    }

    [Theory]
    [InlineData("""{"name":"another"}""", "body: ")]
    [InlineData("""{"name":"x","type":"group","more":1}""", "body.more: is not declared")]
    [InlineData("""{}""", "body.name: is required and missing")]
    [InlineData("", "body: ")]
    public void Another_body_is_found(string body, string problem) => AssertProblem(problem, Check(s_write, Arrived(s_write, body: body)));

    [Theory]
    [InlineData("name=\"minorEdit\"", "name=\"minor\"", "form: minorEdit is missing")]
    [InlineData("name=\"minorEdit\"", "name=\"minor\"", "form: minor is not declared")]
    [InlineData("text/plain; charset=UTF-8", "text/plain", "form comment: ")]
    [InlineData("filename=\"plan 2026.md\"", "filename=\"plan.md\"", "form file: ")]
    [InlineData("text/markdown", "text/html", "form file: ")]
    public void Another_form_is_found(string part, string wrong, string problem) =>
        AssertProblem(problem, Check(s_upload, Arrived(s_upload, body: Form(s_upload).Replace(part, wrong, StringComparison.Ordinal))));

    private static ContractOperation Operation(string name) => EffectiveDocuments.Operations.Single(operation => operation.ToString() == name);

    private static IReadOnlyList<string> Check(CallPlan plan, ArrivedRequest request) => RequestJudge.Check(plan, plan.Operation.ToString(), request);

    private static void AssertProblem(string problem, IReadOnlyList<string> problems) => Assert.Contains(problems, found => found.StartsWith(problem, StringComparison.Ordinal));

    private static ArrivedRequest Arrived(CallPlan plan, string? target = null, string? body = null) =>
        new(plan.Operation.Method, target ?? TargetOf(plan), HeadersOf(plan), Encoding.UTF8.GetBytes(body ?? plan.Body?.ToJsonString() ?? string.Empty));

    private static string TargetOf(CallPlan plan)
    {
        string path = plan.Parameters.Aggregate(
            plan.Operation.Path,
            static (path, parameter) => path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(parameter.Texts.First()), StringComparison.Ordinal));
        string query = string.Join('&', plan.Query.SelectMany(static parameter => parameter.Texts.Select(text => $"{parameter.Name}={Uri.EscapeDataString(text)}")));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static Dictionary<string, string> HeadersOf(CallPlan plan)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Authorization"] = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{RequestJudge.Email}:{RequestJudge.Token}"))}",
            ["Accept"] = "application/json",
        };
        if (plan.Operation.IsWrite)
        {
            headers["X-Atlassian-Token"] = "no-check";
            headers["Content-Type"] = plan.Operation.HasFormBody ? "multipart/form-data; boundary=cut" : "application/json";
        }

        return headers;
    }

    private static string Form(CallPlan plan) => string.Concat((plan.Body?.AsObject() ?? []).Select(static part =>
    {
        (string more, string type) = part.Key == "file" ? ($"; filename=\"{ValueFiller.UploadName}\"", ValueFiller.UploadType) : (string.Empty, "text/plain; charset=UTF-8");
        return $"--cut\r\nContent-Disposition: form-data; name=\"{part.Key}\"{more}\r\nContent-Type: {type}\r\n\r\n{PlannedParameter.TextOf(part.Value)}\r\n";
    })) + "--cut--\r\n";
}
