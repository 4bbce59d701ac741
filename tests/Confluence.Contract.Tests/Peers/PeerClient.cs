using System.Reflection;
using Confluence.Contract.Tests.Calls;
using Confluence.Contract.Tests.Documents;

namespace Confluence.Contract.Tests.Peers;

/// <summary>Calls an operation through the client that NSwag has made.</summary>
internal sealed class PeerClient : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly NSwagPeer.V2.NSwagConfluence _v2;
    private readonly NSwagPeer.V1.NSwagConfluence _v1;

    public PeerClient(string address)
    {
        _v2 = new NSwagPeer.V2.NSwagConfluence(_http) { BaseUrl = $"{address}/wiki/api/v2/" };
        _v1 = new NSwagPeer.V1.NSwagConfluence(_http) { BaseUrl = $"{address}/" };
    }

    /// <summary>Calls the operation and waits until NSwag has read the answer.</summary>
    /// <exception cref="NotSupportedException">NSwag's method cannot express the call; the message says why.</exception>
    public async Task CallAsync(CallPlan plan)
    {
        object client = plan.Operation.Api == "v2" ? _v2 : _v1;
        MethodInfo method = MethodOf(client.GetType(), plan.Operation);
        HashSet<string> used = new(StringComparer.Ordinal);
        object?[] arguments = [.. method.GetParameters().Select(parameter => Argument(plan, parameter, used))];
        string[] left = [.. plan.Parameters.Select(static parameter => parameter.Name).Where(name => !used.Contains(name))];
        if (left.Length > 0)
        {
            throw new NotSupportedException($"NSwag's method takes no {string.Join(", ", left)}");
        }

        await (method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, arguments, null) as Task ?? throw new NotSupportedException("NSwag's method returns no task"));
    }

    public void Dispose() => _http.Dispose();

    private static MethodInfo MethodOf(Type client, ContractOperation operation)
    {
        MethodInfo[] methods = [.. client.GetMethods().Where(method => WireNames.Match(operation.Id + "Async", method.Name))];
        return methods.Length == 1 ? methods[0] : throw new NotSupportedException($"NSwag has {methods.Length} methods for {operation.Id}");
    }

    private static object? Argument(CallPlan plan, ParameterInfo parameter, HashSet<string> used)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return TestContext.Current.CancellationToken;
        }

        string name = parameter.Name ?? string.Empty;
        if (plan.Parameters.FirstOrDefault(planned => WireNames.Match(planned.Name, name)) is { } planned)
        {
            used.Add(planned.Name);
            return PeerFiller.Fill(parameter.ParameterType, planned.Value);
        }

        if (plan.Operation.HasFormBody && plan.Body?.AsObject().FirstOrDefault(part => WireNames.Match(part.Key, name)) is { Value: { } part })
        {
            return PeerFiller.Fill(parameter.ParameterType, part);
        }

        return name == "body" ? PeerFiller.Fill(parameter.ParameterType, plan.Body)
            : parameter.HasDefaultValue ? parameter.DefaultValue
            : throw new NotSupportedException($"Nothing is planned for NSwag's argument {name}");
    }
}
