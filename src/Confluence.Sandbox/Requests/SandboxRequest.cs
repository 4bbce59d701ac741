using System.Globalization;
using Confluence.Sandbox.Operations;

namespace Confluence.Sandbox;

/// <summary>A request that a sandbox received. It holds no header, and so no credential.</summary>
public sealed class SandboxRequest
{
    private volatile int _status;
    private volatile int _fault = -1;

    internal SandboxRequest(long number, DateTimeOffset receivedAt, string method, bool isGateway, string path, string query)
    {
        Number = number;
        ReceivedAt = receivedAt;
        Method = method;
        IsGateway = isGateway;
        Path = path;
        Query = query;
    }

    /// <summary>Gets the number of the request since the start, from 1.</summary>
    public long Number { get; }

    /// <summary>Gets when it arrived, by the clock of the sandbox.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>Gets the method in capitals.</summary>
    public string Method { get; }

    /// <summary>Gets whether it came through the gateway.</summary>
    public bool IsGateway { get; }

    /// <summary>Gets whether it came to the media host, <see cref="ConfluenceSandbox.MediaAddress"/>.</summary>
    public bool IsMedia { get; internal init; }

    /// <summary>Gets whether it came to the authorization server, <see cref="ConfluenceSandbox.AuthorizationAddress"/>.</summary>
    public bool IsAuthorization { get; internal init; }

    /// <summary>Gets the path from the root of the site, without the gateway's prefix and as it was encoded.</summary>
    public string Path { get; }

    /// <summary>Gets the query as it was encoded, without the question mark; empty when there was none, and for requests for tokens.</summary>
    public string Query { get; }

    /// <summary>Gets the status of the answer; null while there is none, and when the connection was reset before one.</summary>
    public int? Status => _status == 0 ? null : _status;

    /// <summary>Gets the fault that struck it; null for none.</summary>
    public SandboxFault? Fault => _fault < 0 ? null : (SandboxFault)_fault;

    /// <summary>Gets the scopes that a token needs for the operation; empty when Atlassian's documents know no such operation, or name no scope.</summary>
    public IReadOnlyList<string> Scopes => OperationScopes.Of(Method, Path);

    /// <summary>Gives what was asked and what came of it, on one line.</summary>
    /// <returns>For example <c>GET /wiki/api/v2/pages?limit=1 → 200</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Method} {Path}{(Query.Length == 0 ? "" : "?" + Query)} → {(Status is { } status ? status : "no answer")}{(Fault is { } fault ? $" ({fault})" : "")}");

    internal void Answered(int status) => _status = status;

    internal void Struck(SandboxFault fault) => _fault = (int)fault;
}
