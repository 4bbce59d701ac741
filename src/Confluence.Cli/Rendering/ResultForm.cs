using Confluence.Cli.Lines;

namespace Confluence.Cli.Rendering;

/// <summary>How the results of a command are written.</summary>
/// <typeparam name="T">What one result is.</typeparam>
/// <param name="Fields">What tables and CSV tell of a result.</param>
/// <param name="WriteLine">Writes a result as a line of JSON.</param>
internal sealed record ResultForm<T>(IReadOnlyList<Field<T>> Fields, Action<JsonLine, T> WriteLine)
{
    /// <summary>Gets whether a result is a row of tables; JSON and CSV hold it in any case.</summary>
    public Func<T, bool> IsRow { get; init; } = static _ => true;
}
