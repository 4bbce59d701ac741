using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Confluence.Generated;

/// <summary>
/// The names under which the client reports its calls to OpenTelemetry and other listeners. Without a listener, nothing is created and a call costs nothing extra.
/// </summary>
/// <remarks>
/// <para>Traces: one span for each call, with all its attempts, named after the method: <c>Pages.GetPages</c>. A list has one span for each page of results. The attempts are child
/// spans of <c>System.Net.Http</c>. Register with <c>AddSource(ConfluenceTelemetry.Name)</c>.</para>
/// <para>Metrics: <c>confluence.client.operation.duration</c> in seconds, with <c>error.type</c> for calls that failed; <c>confluence.client.retries</c>, the attempts after
/// the first; <c>confluence.client.rate_limit.wait.duration</c> in seconds, the waits for a quota. Register with <c>AddMeter(ConfluenceTelemetry.Name)</c>.</para>
/// <para>Neither contains queries, headers, bodies or credentials. Paths are templates (<c>url.template</c>); ids of pages and people are never reported.</para>
/// </remarks>
public static class ConfluenceTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/> and of the <see cref="Meter"/>.</summary>
    public const string Name = "Confluence.Generated";
}
