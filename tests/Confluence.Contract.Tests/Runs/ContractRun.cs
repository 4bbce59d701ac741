using Confluence.Contract.Tests.Documents;
using Confluence.Contract.Tests.Judges;
using Confluence.Contract.Tests.Peers;
using Confluence.Contract.Tests.Runs;
using Confluence.Contract.Tests.Stub;
using Confluence.Generated;

[assembly: AssemblyFixture(typeof(ContractRun))]

namespace Confluence.Contract.Tests.Runs;

/// <summary>Calls every operation once for all tests, which then look at what came of it.</summary>
public sealed class ContractRun : IAsyncLifetime
{
    private readonly Dictionary<string, OperationOutcome> _outcomes = new(StringComparer.Ordinal);

    private readonly Dictionary<string, PeerOutcome> _peers = new(StringComparer.Ordinal);

    internal IReadOnlyCollection<OperationOutcome> Outcomes => _outcomes.Values;

    internal IReadOnlyCollection<PeerOutcome> Peers => _peers.Values;

    internal OperationOutcome Of(string operation) => _outcomes[operation];

    /// <summary>What came of the comparison with NSwag; null when the call itself did not match, so that there was nothing to compare.</summary>
    internal PeerOutcome? PeerOf(string operation) => _peers.GetValueOrDefault(operation);

    public async ValueTask InitializeAsync()
    {
        using StubServer stub = new(EffectiveDocuments.Operations);
        using ConfluenceClient client = new(stub.Address, new ApiTokenCredential(RequestJudge.Email, RequestJudge.Token));
        using PeerClient peer = new(stub.Address);
        PeerRun peerRun = new(client, peer, stub);
        foreach (ContractOperation operation in EffectiveDocuments.Operations)
        {
            OperationOutcome outcome = await OperationRun.RunAsync(client, stub, operation);
            _outcomes.Add(operation.ToString(), outcome);
            if (outcome.IsMatched)
            {
                _peers.Add(operation.ToString(), await peerRun.RunAsync(operation));
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
