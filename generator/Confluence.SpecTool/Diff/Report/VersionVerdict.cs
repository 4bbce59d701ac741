using System.Globalization;
using Confluence.SpecTool.Diff.Rules;
using Confluence.SpecTool.Diff.Surface;

namespace Confluence.SpecTool.Diff.Report;

/// <summary>How far a version has to move, by the rules of semantic versioning.</summary>
internal enum VersionStep
{
    None,
    Patch,
    Minor,
    Major,
}

/// <summary>The smallest honest step of the library's version.</summary>
/// <param name="Step">The step.</param>
/// <param name="Reasons">Why it cannot be smaller.</param>
internal sealed record VersionVerdict(VersionStep Step, IReadOnlyList<string> Reasons)
{
    private const int MostExamples = 3;

    public static VersionVerdict Of(IReadOnlyList<DiffChange> changes)
    {
        if (changes.Count == 0)
        {
            return new VersionVerdict(VersionStep.None, ["The documents say the same, and the same C# is generated."]);
        }

        CallerVerdict worst = changes.Max(change => change.Callers);
        VersionStep step = worst switch
        {
            CallerVerdict.Source or CallerVerdict.Binary => VersionStep.Major,
            CallerVerdict.Behaviour or CallerVerdict.Addition => VersionStep.Minor,
            _ => VersionStep.Patch,
        };
        List<string> reasons = step == VersionStep.Patch ? ["No member of the library changes; documentation and facts do."] : [.. ReasonsFor(changes, step)];
        int unseen = changes.Count(change => change.Wire == WireVerdict.Breaks && change.Callers < CallerVerdict.Binary);
        if (unseen > 0)
        {
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{Count(unseen, "change breaks", "changes break")} clients of the old document on the wire without breaking C#: releases that are out there meet {(unseen == 1 ? "it" : "them")} unchanged."));
        }

        return new VersionVerdict(step, reasons);
    }

    /// <summary>The same with what ApiCompat found: it saw what was built, hand-written code among it.</summary>
    public VersionVerdict With(IReadOnlyList<string> assemblyBreaks) => assemblyBreaks.Count == 0
        ? this with { Reasons = [.. Reasons, "ApiCompat finds no break between the assemblies."] }
        : new VersionVerdict(VersionStep.Major, [.. Reasons, $"ApiCompat finds {Count(assemblyBreaks.Count, "break", "breaks")} between the assemblies."]);

    private static IEnumerable<string> ReasonsFor(IReadOnlyList<DiffChange> changes, VersionStep step)
    {
        CallerVerdict[] weights = step == VersionStep.Major ? [CallerVerdict.Source, CallerVerdict.Binary] : [CallerVerdict.Behaviour, CallerVerdict.Addition];
        foreach (CallerVerdict weight in weights)
        {
            // What C# shows is counted by what it shows; the rest by the rule of the document.
            IEnumerable<(DiffRule Rule, string Name)> seen = changes.SelectMany(change => change.Effects).Where(effect => effect.Callers == weight).Select(effect => (effect.Rule, effect.Name));
            IEnumerable<(DiffRule Rule, string Name)> told = changes.Where(change => change.Callers == weight && !change.Effects.Any(effect => effect.Callers == weight)).Select(change => (change.Rule, change.Place.Text));
            foreach (IGrouping<string, (DiffRule Rule, string Name)> group in seen.Concat(told).GroupBy(entry => entry.Rule.Id).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
            {
                string[] names = [.. group.Select(entry => entry.Name).Distinct().Order(StringComparer.Ordinal)];
                string examples = string.Join(", ", names.Take(MostExamples)) + (names.Length > MostExamples ? ", …" : "");
                yield return string.Create(CultureInfo.InvariantCulture, $"{Word(weight)}: {group.Count()} × {group.Key} ({examples}). {group.First().Rule.Means}");
            }
        }
    }

    public static string Word(CallerVerdict verdict) => verdict switch
    {
        CallerVerdict.Source => "source break",
        CallerVerdict.Binary => "binary break",
        CallerVerdict.Behaviour => "behaviour",
        CallerVerdict.Addition => "addition",
        _ => "none",
    };

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
