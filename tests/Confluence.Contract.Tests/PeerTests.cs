using Confluence.Contract.Tests.Documents;
using Confluence.Contract.Tests.Peers;
using Confluence.Contract.Tests.Runs;

namespace Confluence.Contract.Tests;

/// <summary>The same calls through the client that NSwag makes of the same documents.</summary>
public sealed class PeerTests(ContractRun run)
{
    [Theory]
    [MemberData(nameof(EffectiveDocuments.Names), MemberType = typeof(EffectiveDocuments))]
    public void Both_clients_send_the_same_except_where_the_peer_is_known_to_be_wrong(string operation)
    {
        string[] expected = PeerExceptions.All.TryGetValue(operation, out PeerException? known) ? [known.Difference] : [];

        Assert.Equal(expected, run.PeerOf(operation)?.Differences ?? ["not compared, because the call itself does not match"]);
    }

    [Fact]
    public void All_operations_are_compared_and_every_exception_names_one()
    {
        Assert.Equal(348, run.Peers.Count);
        Assert.All(PeerExceptions.All.Keys, name => Assert.Contains(run.Peers, peer => peer.Operation.ToString() == name));
    }

    [Fact]
    public void What_the_peer_adds_stands_only_in_bodies_with_members_that_may_be_left_out() =>
        Assert.All(run.Peers.Where(static peer => peer.Unasked.Count > 0), static peer => Assert.Equal("application/json", peer.Operation.BodyType));
}
