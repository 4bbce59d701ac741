namespace Confluence.SpecTool.Update;

/// <summary>A document as Atlassian publishes it.</summary>
/// <param name="Name">Where it came from: a path or an address.</param>
/// <param name="Bytes">It.</param>
/// <param name="Date">The date that its name or its sender tells; null when neither does.</param>
internal sealed record PublishedDocument(string Name, byte[] Bytes, DateOnly? Date);
