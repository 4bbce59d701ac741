using Confluence.SpecTool.Drift.Findings;
using Confluence.SpecTool.Drift.Placing;
using Confluence.SpecTool.Drift.Recordings;
using Confluence.SpecTool.Drift.Report;
using Confluence.SpecTool.Drift.Walk;

namespace Confluence.SpecTool.Drift;

/// <summary>Holds recorded answers against the document of an API.</summary>
internal static class PayloadDrift
{
    /// <param name="documents">The documents, the one that is meant first.</param>
    /// <param name="set">The recorded answers.</param>
    public static DriftReport Find(IReadOnlyList<DriftDocument> documents, RecordingSet set)
    {
        DriftDocument document = documents[0];
        var finder = new OperationFinder(document.Wire);
        OperationFinder[] others = [.. documents.Skip(1).Select(other => new OperationFinder(other.Wire))];
        var tally = new DriftTally(document.Wire, new ActionMaker(document.Wire), document.Overlays);
        var walk = new AnswerWalk(document.Wire);
        var placed = new List<PlacedAnswer>();
        var unplaced = new List<Recording>();
        int otherApi = 0;
        foreach (Recording recording in set.Recordings)
        {
            bool isOurs = recording.Api is null || recording.Api == document.Document.Api;
            if (isOurs && finder.Find(recording) is { } operation)
            {
                var answer = new PlacedAnswer(recording, operation);
                placed.Add(answer);
                tally.Add(answer, walk.Walk(answer));
            }
            else if (Array.Exists(others, other => other.Find(recording) is not null))
            {
                otherApi++;
            }
            else
            {
                unplaced.Add(recording);
            }
        }

        return new DriftReport(document.Document.Api, tally.Findings())
        {
            Answers = placed.Count,
            Operations = placed.Select(answer => answer.Operation.Key).Distinct().Count(),
            OtherApi = otherApi,
            LeftOut = set.LeftOut,
            Unplaced = [.. unplaced.Select(recording => new UnplacedAnswer(recording.Place, recording.Name ?? PathOnly(recording.Request ?? "")))],
        };
    }

    /// <summary>The request without its query, and with ids left out: they may be somebody's.</summary>
    private static string PathOnly(string request) =>
        string.Join('/', request.Split('?', '#')[0].Split('/').Select(step => step.Any(char.IsAsciiDigit) && !IsVersion(step) || step.Contains('@', StringComparison.Ordinal) ? "*" : step));

    private static bool IsVersion(string step) => step is ['v', >= '1' and <= '9'];
}
