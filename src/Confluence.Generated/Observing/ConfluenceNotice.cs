using System.Diagnostics;

namespace Confluence.Generated;

/// <summary>A notice in an answer about the future of an operation.</summary>
/// <param name="Operation">The operation that was called.</param>
/// <param name="Header">The header with the notice: <c>Deprecation</c>, <c>Sunset</c> or <c>Warning</c>.</param>
/// <param name="Text">The value of the header, at most 400 characters.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record ConfluenceNotice(ConfluenceOperation Operation, string Header, string Text)
{
    /// <summary>Returns the notice in one line.</summary>
    /// <returns>For example <c>getPages: Sunset: Sat, 31 Jul 2027 23:59:59 GMT</c>.</returns>
    public override string ToString() => $"{Operation.Id}: {Header}: {Text}";
}
