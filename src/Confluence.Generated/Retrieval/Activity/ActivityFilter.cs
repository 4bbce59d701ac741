namespace Confluence.Generated.Retrieval.Activity;

/// <summary>Which events of a page are given, and in which order: the timed ones by time, then those without.</summary>
internal sealed class ActivityFilter(ActivityOptions options)
{
    private readonly HashSet<string>? _actors = options.AccountIds is { Count: > 0 } ids ? new HashSet<string>(ids, StringComparer.Ordinal) : null;

    public IReadOnlyList<ActivityEvent> Apply(IEnumerable<ActivityEvent> events) =>
        [.. events.Where(Wants).OrderBy(static activity => activity.At is null).ThenBy(static activity => activity.At)
            .ThenBy(static activity => Rank(activity.Kind)).ThenBy(static activity => activity.Key, StringComparer.Ordinal)];

    // Views are read only when they are asked for, and counted from the start of the period.
    private bool Wants(ActivityEvent activity) => activity.Kind == ActivityKind.Gap || (IsByActor(activity) && (IsInPeriod(activity.At) || activity.Kind == ActivityKind.Viewed));

    private bool IsByActor(ActivityEvent activity) =>
        _actors is null || (activity.ActorId is { } actor && _actors.Contains(actor)) || activity.ContributorIds?.Any(_actors.Contains) == true;

    private bool IsInPeriod(DateTimeOffset? at) => at is { } time
        ? (options.Since is not { } since || time >= since) && (options.Until is not { } until || time < until)
        : options.IncludeUntimed || !options.HasPeriod;

    // A page that was created and commented on within the same moment was created first; what is missing comes at the end.
    private static int Rank(ActivityKind kind) => kind == ActivityKind.Created ? 0 : kind == ActivityKind.Gap ? 2 : 1;
}
