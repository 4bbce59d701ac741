using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using Confluence.Generated.Answers;
using Confluence.Generated.Calls;

namespace Confluence.Generated.Telemetry;

/// <summary>Reports one call to listeners: a span and measurements. The default value reports nothing.</summary>
internal readonly struct CallTelemetry
{
    private static readonly ActivitySource s_source = new(ConfluenceTelemetry.Name, Version());
    private static readonly Meter s_meter = new(ConfluenceTelemetry.Name, Version());
    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram<double>("confluence.client.operation.duration", "s", "The duration of a call, with its attempts and waits.");
    private static readonly Counter<long> s_retries = s_meter.CreateCounter<long>("confluence.client.retries", "{attempt}", "The attempts after the first.");
    private static readonly Histogram<double> s_waits = s_meter.CreateHistogram<double>("confluence.client.rate_limit.wait.duration", "s", "The time that a call waited for a quota.");

    private readonly Call? _call;
    private readonly ConfluenceSite _site;
    private readonly Activity? _activity;

    private CallTelemetry(Call call, ConfluenceSite site, Activity? activity)
    {
        _call = call;
        _site = site;
        _activity = activity;
    }

    /// <summary>Starts the span of a call, if anything listens.</summary>
    public static CallTelemetry Start(Call call, ConfluenceSite site)
    {
        Activity? activity = s_source.HasListeners() ? s_source.StartActivity(call.Operation.Name, ActivityKind.Client) : null;
        if (activity is null && !s_duration.Enabled && !s_retries.Enabled && !s_waits.Enabled)
        {
            return default;
        }

        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("confluence.operation.name", call.Operation.Name);
            activity.SetTag("confluence.api.version", call.Operation.Api);
            activity.SetTag("http.request.method", call.Operation.Method);
            activity.SetTag("url.template", call.Operation.PathTemplate);
            activity.SetTag("server.address", site.BaseAddress.IdnHost);
            activity.SetTag("server.port", site.BaseAddress.Port);
        }

        call.Activity = activity;
        return new CallTelemetry(call, site, activity);
    }

    /// <summary>Reports a wait before the next attempt.</summary>
    /// <param name="call">The call.</param>
    /// <param name="delay">The length of the wait.</param>
    /// <param name="reason">The reason for it, in a few words.</param>
    /// <param name="isRetry">Whether the wait follows a failed attempt, and is not for the quota.</param>
    public static void Wait(Call call, TimeSpan delay, string reason, bool isRetry) => call.Activity?.AddEvent(new ActivityEvent(
        isRetry ? "retry" : "rate_limit.wait",
        tags: new ActivityTagsCollection { ["delay"] = delay.TotalSeconds, ["failure"] = reason }));

    /// <summary>Reports the answer that ends the call.</summary>
    public void Answered(HttpAnswer answer)
    {
        if (_activity is not { IsAllDataRequested: true } activity)
        {
            return;
        }

        activity.SetTag("http.response.status_code", (int)answer.StatusCode);
        SetTag(activity, "confluence.request.id", answer.RequestId);
        if (answer.Quota is { } quota)
        {
            SetTag(activity, "confluence.rate_limit.remaining", quota.Remaining);
            SetTag(activity, "confluence.rate_limit.reason", quota.Reason);
        }
    }

    /// <summary>Ends the span when the call has succeeded or failed.</summary>
    /// <param name="failure">The exception; null if the call succeeded.</param>
    public void End(Exception? failure)
    {
        if (_call is null)
        {
            return;
        }

        string? error = failure is null ? null : TypeOf(failure);
        Measure(error);
        if (_activity is { } activity)
        {
            if (error is not null)
            {
                activity.SetStatus(ActivityStatusCode.Error);
                activity.SetTag("error.type", error);
            }

            activity.Dispose();
        }
    }

    private void Measure(string? error)
    {
        if (_call is not { } call)
        {
            return;
        }

        TagList tags = new()
        {
            { "confluence.operation.name", call.Operation.Name },
            { "confluence.api.version", call.Operation.Api },
            { "server.address", _site.BaseAddress.IdnHost },
        };
        if (call.Attempts > 1)
        {
            s_retries.Add(call.Attempts - 1, tags);
        }

        if (call.QuotaSpent > TimeSpan.Zero)
        {
            s_waits.Record(call.QuotaSpent.TotalSeconds, tags);
        }

        if (error is not null)
        {
            tags.Add("error.type", error);
        }

        s_duration.Record(call.Clock.Elapsed.TotalSeconds, tags);
    }

    // As in the conventions for HTTP: the status if there is one, otherwise the type of the exception.
    private static string TypeOf(Exception failure) => failure is ConfluenceApiException { StatusCode: var status }
        ? ((int)status).ToString(CultureInfo.InvariantCulture)
        : failure.GetType().FullName ?? failure.GetType().Name;

    private static void SetTag(Activity activity, string name, object? value)
    {
        if (value is not null)
        {
            activity.SetTag(name, value);
        }
    }

    private static string? Version() => typeof(CallTelemetry).Assembly.GetName().Version?.ToString(3);
}
