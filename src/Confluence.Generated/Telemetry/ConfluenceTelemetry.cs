using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Confluence.Generated;

/// <summary>
/// The names under which the client tells OpenTelemetry and other listeners of its calls. Nothing is made for nobody: without a listener a call costs nothing more.
/// </summary>
/// <remarks>
/// <para>Traces: one span for each call, with all its attempts, named like the method: <c>Pages.GetPages</c>. For a list that is one for each page of results. The attempts are its
/// children, which <c>System.Net.Http</c> makes. Register with <c>AddSource(ConfluenceTelemetry.Name)</c>.</para>
/// <para>Metrics: <c>confluence.client.operation.duration</c> in seconds, with <c>error.type</c> for calls that failed; <c>confluence.client.retries</c>, the attempts after
/// the first; <c>confluence.client.rate_limit.wait.duration</c> in seconds, the waits for a quota. Register with <c>AddMeter(ConfluenceTelemetry.Name)</c>.</para>
/// <para>Neither holds queries, headers, bodies or credentials. Paths are templates (<c>url.template</c>); no id of a page or a person is told.</para>
/// </remarks>
public static class ConfluenceTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/> and of the <see cref="Meter"/>.</summary>
    public const string Name = "Confluence.Generated";
}
