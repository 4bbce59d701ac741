using Confluence.Cli.Connection;
using Confluence.Cli.Lines;
using Confluence.Cli.Progress;
using Confluence.Cli.Settings;
using Confluence.Cli.Surroundings;
using Confluence.Generated;

namespace Confluence.Cli.Session;

/// <summary>What a command works with.</summary>
/// <param name="Settings">Where it reads from.</param>
/// <param name="Client">The client to read with.</param>
/// <param name="Calls">What holds for each of its calls.</param>
/// <param name="Gaps">Where it tells what it could not get.</param>
/// <param name="Progress">Where it shows how far it is.</param>
/// <param name="Environment">The world around it.</param>
internal sealed record CommandSession(
    SourceSettings Settings, ConfluenceClient Client, CallSettings Calls, GapList Gaps, ProgressLine Progress, CliEnvironment Environment)
{
    /// <summary>Gets what tells of a line where it came from.</summary>
    public LineOrigin Origin { get; } = new(Settings, Environment.Clock);
}
