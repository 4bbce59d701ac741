namespace Confluence.Generated.Requests;

/// <summary>The part of a file that a download still lacks.</summary>
/// <param name="From">The number of bytes that have arrived.</param>
/// <param name="Validator">The strong entity tag or the date of the file that they came from, as it was received: for any other file the server must not send a part.</param>
internal sealed record RestOfFile(long From, string Validator);
