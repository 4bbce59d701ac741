using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Confluence.Generated.Tests.Telemetry;

/// <summary>Listens to the spans and measurements of the operations of one name: those of tests that run beside it are not its matter.</summary>
internal sealed class TelemetryListener : IDisposable
{
    private readonly string _operation;
    private readonly ActivityListener _spans;
    private readonly MeterListener _measurements = new();

    public TelemetryListener(string operation)
    {
        _operation = operation;
        _spans = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == ConfluenceTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                if (span.DisplayName == _operation)
                {
                    Spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_spans);
        _measurements.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == ConfluenceTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _measurements.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _measurements.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _measurements.Start();
    }

    public ConcurrentQueue<Activity> Spans { get; } = new();

    public ConcurrentQueue<(string Name, double Value, IReadOnlyDictionary<string, object?> Tags)> Measurements { get; } = new();

    /// <summary>Everything that was told, in one text.</summary>
    public string Text => string.Join("\n", [
        .. Spans.Select(static span => $"{span.DisplayName} {span.StatusDescription} {string.Join(" ", span.TagObjects)} {string.Join(" ", span.Events.SelectMany(static told => told.Tags.Select(tag => $"{told.Name} {tag}")))}"),
        .. Measurements.Select(static measurement => $"{measurement.Name} {string.Join(" ", measurement.Tags)}"),
    ]);

    public void Dispose()
    {
        _spans.Dispose();
        _measurements.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var all = tags.ToArray().ToDictionary(static tag => tag.Key, static tag => tag.Value);
        if ((string?)all.GetValueOrDefault("confluence.operation.name") == _operation)
        {
            Measurements.Enqueue((instrument.Name, value, all));
        }
    }
}
